# cmake -DPAGE=… -DOUT=… -DSCRIPTS=a.js;b.js -DSTYLES=a.css;b.css -P bundle.cmake
#
# Makes one script, one style sheet and their hashes for the content security policy of page/, and from them OUT, the C++
# source of `page_head()` and `page_tail()`. The scripts are ES modules of which each imports only ones before it in the
# list and no two declare the same name: so joined, without their import lines and `export` words, they are one module.
# A plain build needs nothing but CMake for this.

set(digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

# SHA-256 of a text in base 64, as the policy wants it.
function(hash_for_policy text out)
  string(SHA256 hex "${text}")
  set(coded "")
  # 64 hexadecimal digits are ten groups of six and one of four.
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}0000" ${at} 6 group)
    math(EXPR value "0x${group}")
    foreach(shift 18 12 6 0)
      math(EXPR digit "(${value} >> ${shift}) & 63")
      string(SUBSTRING "${digits}" ${digit} 1 letter)
      string(APPEND coded "${letter}")
    endforeach()
  endforeach()
  # The last group has two bytes: three digits and one that pads.
  string(SUBSTRING "${coded}" 0 43 coded)
  set(${out} "${coded}=" PARENT_SCOPE)
endfunction()

set(script "\n")
foreach(name IN LISTS SCRIPTS)
  file(READ "${PAGE}/js/${name}" text)
  string(REGEX REPLACE "(^|\n)import [^\n]*" "\\1" text "${text}")
  string(REGEX REPLACE "\nexport " "\n" text "${text}")
  string(APPEND script "${text}")
endforeach()

set(style "\n")
foreach(name IN LISTS STYLES)
  file(READ "${PAGE}/style/${name}" text)
  string(APPEND style "${text}")
endforeach()

hash_for_policy("${script}" script_hash)
hash_for_policy("${style}" style_hash)
file(READ "${PAGE}/index.html" page)
string(REPLACE "{{script-hash}}" "${script_hash}" page "${page}")
string(REPLACE "{{style-hash}}" "${style_hash}" page "${page}")
string(REPLACE "{{style}}" "${style}" page "${page}")
string(REPLACE "{{script}}" "${script}" page "${page}")
string(FIND "${page}" "{{data}}" middle)
string(SUBSTRING "${page}" 0 ${middle} head)
math(EXPR middle "${middle} + 8")
string(SUBSTRING "${page}" ${middle} -1 tail)

file(WRITE "${OUT}" "// Made by review/bundle.cmake from review/page/.
#include \"review/page_bundle.hpp\"

namespace samgak::review {

std::string_view page_head() {
  return R\"samgak-page(${head})samgak-page\";
}

std::string_view page_tail() {
  return R\"samgak-page(${tail})samgak-page\";
}

}  // namespace samgak::review
")
