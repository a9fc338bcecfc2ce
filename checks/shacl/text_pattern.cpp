#include "checks/shacl/text_pattern.hpp"

#include <fmt/format.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "text/diagnostic.hpp"

namespace samgak::shacl {

namespace {

/// Steps of ICU's matcher, some milliseconds each, before it gives up on an expression that tries
/// everything.
constexpr int32_t kMostSteps = 1000;

uint32_t icu_flags(std::string_view flags) {
  uint32_t out = 0;
  for (const char flag : flags) {
    if (flag == 'i') out |= UREGEX_CASE_INSENSITIVE;
    if (flag == 's') out |= UREGEX_DOTALL;
    if (flag == 'm') out |= UREGEX_MULTILINE;
    if (flag == 'x') out |= UREGEX_COMMENTS;
  }
  return out;
}

}  // namespace

struct TextPattern::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    uregex_close(expression);
    utext_close(text);
  }
  URegularExpression* expression = nullptr;
  UText* text = nullptr;
};

TextPattern::TextPattern(std::string_view expression, std::string_view flags)
    : state_(std::make_unique<State>()) {
  UErrorCode code = U_ZERO_ERROR;
  UText* source =
      utext_openUTF8(nullptr, expression.data(), static_cast<int64_t>(expression.size()), &code);
  UParseError where{};
  state_->expression = uregex_openUText(source, icu_flags(flags), &where, &code);
  utext_close(source);
  if (U_FAILURE(code))
    throw LoadError(fmt::format("sh:pattern «{}»: {}", visible(expression), u_errorName(code)));
  uregex_setTimeLimit(state_->expression, kMostSteps, &code);
}

TextPattern::~TextPattern() = default;
TextPattern::TextPattern(TextPattern&&) noexcept = default;
TextPattern& TextPattern::operator=(TextPattern&&) noexcept = default;

bool TextPattern::found_in(std::string_view text) const {
  UErrorCode code = U_ZERO_ERROR;
  state_->text =
      utext_openUTF8(state_->text, text.data(), static_cast<int64_t>(text.size()), &code);
  uregex_setUText(state_->expression, state_->text, &code);
  const bool found = uregex_find(state_->expression, 0, &code) != 0;
  if (U_FAILURE(code))
    throw LoadError(fmt::format("sh:pattern on «{}»: {}", visible(text), u_errorName(code)));
  return found;
}

}  // namespace samgak::shacl
