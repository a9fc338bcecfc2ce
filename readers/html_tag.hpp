// The HTML elements that matter to reading.
#pragma once

#include <cstdint>
#include <string_view>

namespace samgak {

enum class HtmlTag : std::uint8_t {
  unknown,  ///< or inline and of no meaning here
  a,
  article,
  aside,
  b,
  body,
  br,
  button,
  caption,
  dd,
  div,
  dl,
  dt,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  img,
  input,
  li,
  link,
  main,
  meta,
  nav,
  ol,
  p,
  pre,
  script,
  section,
  select,
  source,
  strong,
  style,
  table,
  tbody,
  td,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul,
  count
};

/// `name` as written, in any case.
[[nodiscard]] HtmlTag html_tag(std::string_view name);

/// Does the element stand on lines of its own?
[[nodiscard]] bool is_block(HtmlTag tag);
/// Does it never have content?
[[nodiscard]] bool is_void(HtmlTag tag);
/// Does what it holds never belong to an article: navigation, footer, form?
[[nodiscard]] bool is_furniture(HtmlTag tag);
/// 1–6 for `h1`–`h6`, else 0.
[[nodiscard]] int heading_level(HtmlTag tag);

}  // namespace samgak
