#include "publication/vocabulary_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "comparison/rdf_description.hpp"
#include "comparison/term_effect.hpp"
#include "comparison/vocabulary_comparison.hpp"
#include "exporters/html_page.hpp"
#include "ontology/rdf_names.hpp"
#include "publication/vocabulary_style.hpp"

namespace samgak {
namespace {

using Descriptions = std::map<std::string, RdfDescription>;
using pugi::xml_node;

/// Words of the page itself.
struct Words {
  std::string_view ko;
  std::string_view en;
};

struct Row {
  const char* field;
  Words words;
};

constexpr std::array<Row, 15> kRows{{
    {"rdfs:subClassOf", {"상위 클래스", "subclass of"}},
    {"rdfs:subPropertyOf", {"상위 관계", "subproperty of"}},
    {"rdfs:domain", {"정의역", "domain"}},
    {"rdfs:range", {"치역", "range"}},
    {"samgak:allowedSubject", {"허용된 주체", "allowed subjects"}},
    {"samgak:allowedObject", {"허용된 객체", "allowed objects"}},
    {"owl:inverseOf", {"역관계", "inverse of"}},
    {"owl:disjointWith", {"겹치지 않음", "disjoint with"}},
    {"samgak:datedChain", {"날짜를 따지는 사슬", "dated chain"}},
    {"skos:closeMatch", {"가까운 용어", "close match"}},
    {"skos:broadMatch", {"더 넓은 용어", "broader match"}},
    {"skos:narrowMatch", {"더 좁은 용어", "narrower match"}},
    {"skos:relatedMatch", {"관련 용어", "related match"}},
    {"dcterms:isReplacedBy", {"대신 쓸 용어", "replaced by"}},
    {"vs:term_status", {"상태", "status"}},
}};

/// What may lie beside the page, and what it is. Forms of the vocabulary itself are told to
/// programs too.
struct BesideFile {
  const char* name;
  const char* media_type;
  Words words;
  bool is_form = false;
};

constexpr std::array<BesideFile, 8> kBeside{{
    {"samgak.ttl", "text/turtle", {"어휘 (Turtle)", "vocabulary (Turtle)"}, true},
    {"samgak.jsonld", "application/ld+json", {"어휘 (JSON-LD)", "vocabulary (JSON-LD)"}, true},
    {"samgak.dot", "text/vnd.graphviz", {"클래스 그림 (DOT)", "diagram of the classes (DOT)"}},
    {"alignments.ttl", "text/turtle", {"다른 어휘와의 연결", "links to other vocabularies"}},
    {"alignments.tsv", "text/tab-separated-values", {"연결 표", "table of the links"}},
    {"shapes.ttl", "text/turtle", {"그래프의 꼴 (SHACL)", "shapes of a graph (SHACL)"}},
    {"shapes-sparql.ttl", "text/turtle", {"SPARQL을 쓰는 꼴", "shapes that need SPARQL"}},
    {"context.jsonld", "application/ld+json", {"JSON-LD 이름표", "JSON-LD context"}},
}};

class Page {
 public:
  explicit Page(const PageInput& input)
      : input_(input),
        terms_(describe(input.vocabulary.graph(), input.vocabulary.prefixes())),
        page_(title(), "ko", vocabulary_style()) {}

  std::string run() {
    const xml_node main = add_element(page_.body(), "main");
    head(main);
    section(main, ChangeOf::term_class, {"클래스", "Classes"});
    section(main, ChangeOf::relation, {"관계", "Relations"});
    section(main, ChangeOf::property, {"속성", "Properties"});
    if (!input_.changelog.empty()) changelog(main);
    return page_.text();
  }

 private:
  static bool is_own(const RdfDescription& term) {
    return term.iri.starts_with(rdf_names::kSamgak);
  }
  static std::string anchor(const RdfDescription& term) {
    return term.iri.substr(rdf_names::kSamgak.size());
  }
  static std::string value(const RdfDescription& term, const std::string& field) {
    const auto found = term.fields.find(field);
    return found == term.fields.end() ? std::string() : found->second.values.front();
  }

  /// The header of the vocabulary whose namespace the terms have.
  [[nodiscard]] const RdfDescription& header() const {
    static const RdfDescription kNone;
    for (const auto& [name, term] : terms_) {
      if (term.what == ChangeOf::header && term.iri + "#" == rdf_names::kSamgak) return term;
    }
    return kNone;
  }
  [[nodiscard]] std::string title() const {
    const std::string& label = header().label;
    return label.empty() ? "Samgak" : label;
  }

  static void both(xml_node parent, Words words, const char* element = "span") {
    set_attribute(add_element(parent, element, words.ko), "lang", "ko");
    add_text(parent, " ");
    set_attribute(add_element(parent, element, words.en), "lang", "en");
  }

  /// A paragraph for each text of a property in each language.
  static void texts(xml_node parent, const RdfDescription& term, const std::string& property,
                    const char* of_class = nullptr) {
    for (const char* language : {"ko", "en"}) {
      const auto found = term.fields.find(fmt::format("{}@{}", property, language));
      if (found == term.fields.end()) continue;
      for (const std::string& text : found->second.values)
        set_attribute(add_element(parent, "p", text, of_class), "lang", language);
    }
  }

  void head(xml_node main) const {
    const RdfDescription& about = header();
    const xml_node head = add_element(main, "header");
    add_element(head, "h1", title());
    texts(head, about, "dcterms:description");
    const xml_node line = add_element(head, "p", {}, "soft");
    add_element(line, "code", about.iri);
    add_text(line, fmt::format(" · {} · ", declared_version(input_.vocabulary)));
    const std::string licence = value(about, "dcterms:license");
    if (licence.size() > 2) {
      const std::string address = licence.substr(1, licence.size() - 2);
      add_link(line, address, address);
    }
    if (!input_.data.empty()) {
      const std::string ko = fmt::format("쓰인 수는 {}에서 세었다.", input_.data);
      const std::string en = fmt::format("Uses were counted in {}.", input_.data);
      both(add_element(head, "p", {}, "soft"), Words{ko, en});
    }
    beside(head);
    choice(head);
  }

  /// Links to the files of the folder, for people and, in the page's head, for programs.
  void beside(xml_node head) const {
    if (input_.files.empty()) return;
    const xml_node list = add_element(head, "ul", {}, "beside");
    for (const BesideFile& file : kBeside) {
      if (!input_.files.contains(file.name)) continue;
      const xml_node item = add_element(list, "li");
      const xml_node link = add_element(item, "a", file.name);
      set_attribute(link, "href", file.name);
      set_attribute(link, "type", file.media_type);
      add_text(item, " ");
      both(item, file.words);
      if (!file.is_form) continue;
      const xml_node alternate = add_element(page_.head(), "link");
      set_attribute(alternate, "rel", "alternate");
      set_attribute(alternate, "type", file.media_type);
      set_attribute(alternate, "href", file.name);
    }
  }

  /// Radio buttons that hide a language, by style alone.
  static void choice(xml_node head) {
    const xml_node group = add_element(head, "div", {}, "choice");
    set_attribute(group, "role", "radiogroup");
    set_attribute(group, "aria-label", "언어 / language");
    constexpr std::array<std::pair<const char*, const char*>, 3> kChoices{
        {{"show-both", "한국어 + English"}, {"show-ko", "한국어"}, {"show-en", "English"}}};
    for (const auto& [id, words] : kChoices) {
      const xml_node label = add_element(group, "label");
      const xml_node input = add_element(label, "input");
      set_attribute(input, "type", "radio");
      set_attribute(input, "name", "show");
      set_attribute(input, "id", id);
      if (id == kChoices.front().first) set_attribute(input, "checked", "checked");
      add_text(label, std::string(" ") + words);
    }
  }

  void section(xml_node main, ChangeOf what, Words words) const {
    both(add_element(main, "h2"), words);
    const xml_node list = add_element(main, "ul", {}, "terms");
    for (const auto& [name, term] : terms_) {
      if (term.what == what && is_own(term))
        add_link(add_element(list, "li"), "#" + anchor(term), anchor(term));
    }
    for (const auto& [name, term] : terms_) {
      if (term.what == what && is_own(term)) one_term(main, term);
    }
  }

  void one_term(xml_node main, const RdfDescription& term) const {
    const xml_node box = add_element(main, "section", {}, "term");
    set_attribute(box, "id", anchor(term));
    const xml_node head = add_element(box, "h3");
    for (const char* language : {"ko", "en", "ja"}) {
      const std::string label = value(term, fmt::format("rdfs:label@{}", language));
      if (!label.empty()) set_attribute(add_element(head, "span", label), "lang", language);
    }
    add_element(head, "code", "samgak:" + anchor(term));
    if (value(term, "samgak:abstract") == "true")
      both(add_element(head, "span", {}, "tag"), Words{"추상", "abstract"});
    if (value(term, "owl:deprecated") == "true")
      both(add_element(head, "span", {}, "tag bad"), Words{"쓰지 않음", "deprecated"});
    texts(box, term, "skos:definition");
    texts(box, term, "skos:example", "note");
    texts(box, term, "skos:scopeNote", "note");
    facts(box, term);
  }

  void facts(xml_node box, const RdfDescription& term) const {
    const xml_node list = add_element(box, "dl");
    add_element(list, "dt", "IRI");
    link(add_element(list, "dd"), "<" + term.iri + ">");
    for (const Row& known : kRows) {
      const auto found = term.fields.find(known.field);
      if (found != term.fields.end()) row(list, known.words, found->second.values);
    }
    if (input_.use == nullptr) return;
    const DataEffect use = TermEffects(terms_, terms_, *input_.use).use_of(term);
    const std::string ko = fmt::format("마디 {}, 관계 {}", use.nodes, use.edges);
    const std::string en = fmt::format("{} nodes, {} edges", use.nodes, use.edges);
    both(add_element(list, "dt"), Words{"쓰인 수", "used by"});
    both(add_element(list, "dd"), Words{ko, en}, "div");
  }

  void row(xml_node list, Words words, const std::vector<std::string>& values) const {
    both(add_element(list, "dt"), words);
    const xml_node cell = add_element(list, "dd");
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) add_text(cell, ", ");
      link(cell, values[i]);
    }
  }

  /// A term of this page leads to its place, one of others to its IRI.
  void link(xml_node cell, const std::string& value) const {
    const auto known = terms_.find(value);
    if (known != terms_.end() && is_own(known->second)) {
      add_link(cell, "#" + anchor(known->second), value);
    } else if (known != terms_.end() && !known->second.iri.empty()) {
      add_link(cell, known->second.iri, value);
    } else if (value.starts_with("<")) {
      const std::string address = value.substr(1, value.size() - 2);
      add_link(cell, address, address);
    } else {
      const bool is_string = value.size() > 1 && value.front() == '"' && value.back() == '"';
      add_element(cell, "code", is_string ? value.substr(1, value.size() - 2) : value);
    }
  }

  /// Headings and lists are all that a changelog has.
  void changelog(xml_node main) const {
    both(add_element(main, "h2"), Words{"바뀐 점", "Changes"});
    xml_node last;
    for (std::size_t at = 0; at < input_.changelog.size();) {
      const std::size_t end = std::min(input_.changelog.find('\n', at), input_.changelog.size());
      const std::string line = input_.changelog.substr(at, end - at);
      at = end + 1;
      if (line.starts_with("# ") || line.empty()) {
        last = {};
      } else if (line.starts_with("## ")) {
        add_element(main, "h3", line.substr(3));
        last = {};
      } else if (line.starts_with("### ")) {
        add_element(main, "p", line.substr(4), "soft");
        last = {};
      } else if (line.starts_with("- ") || !last) {
        last = add_element(main, "p", line);
      } else {
        add_text(last, line.starts_with("  ") ? line.substr(1) : " " + line);
      }
    }
  }

  const PageInput& input_;
  Descriptions terms_;
  HtmlPage page_;
};

}  // namespace

std::string vocabulary_page(const PageInput& input) {
  return Page(input).run();
}

}  // namespace samgak
