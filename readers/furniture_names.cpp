#include "readers/furniture_names.hpp"

#include "readers/html_tokenizer.hpp"
#include "readers/word_set.hpp"

namespace samgak {
namespace {

// Words of class, id and role names. `banner`, `complementary`, `contentinfo`, `navigation` are
// ARIA roles.
constexpr std::string_view kFurnitureWords[] = {
    "ad",         "ads",      "adsense",       "advert",      "advertisement", "author",
    "banner",     "best",     "breadcrumb",    "breadcrumbs", "byline",        "cmt",
    "comment",    "comments", "complementary", "contentinfo", "cookie",        "copyright",
    "floating",   "foot",     "footer",        "gnb",         "journalist",    "keyword",
    "keywords",   "layer",    "lnb",           "login",       "menu",          "modal",
    "mostview",   "nav",      "navbar",        "navigation",  "newsletter",    "pager",
    "pagination", "paging",   "popular",       "popup",       "profile",       "promo",
    "quick",      "rank",     "ranking",       "recommend",   "related",       "relation",
    "reply",      "reporter", "search",        "share",       "sharing",       "sidebar",
    "skip",       "snb",      "sns",           "social",      "sponsor",       "subscribe",
    "tag",        "tags",     "toolbar",       "util",        "utility",       "widget"};

}  // namespace

bool names_furniture(std::string_view attribute) {
  static const WordSet kWords(kFurnitureWords);
  constexpr std::size_t kLongestWord = 16;
  char word[kLongestWord];
  std::size_t length = 0;
  for (std::size_t i = 0; i <= attribute.size(); ++i) {
    const char c = i < attribute.size() ? attribute[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool after_lower = i > 0 && attribute[i - 1] >= 'a' && attribute[i - 1] <= 'z';
    if ((!upper && !lower) ||
        (upper && after_lower)) {  // the borders of `article-share`, `shareBox`
      if (length >= 2 && length <= kLongestWord && kWords.contains({word, length})) return true;
      length = 0;
    }
    if (!upper && !lower) continue;
    if (length < kLongestWord) word[length] = static_cast<char>(upper ? c + 32 : c);
    ++length;
  }
  return false;
}

bool names_publication_date(std::string_view key) {
  for (const std::string_view known :
       {"article:published_time", "og:article:published_time", "article:published", "datepublished",
        "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.issued",
        "sailthru.date", "publication_date", "dd:published_time"}) {
    if (equals_ignoring_case(key, known)) return true;
  }
  return false;
}

}  // namespace samgak
