# samgak_embed_text(FILE FUNCTION HEADER OUT)
#
# Puts a text file into the program: OUT becomes the name of a C++ source that defines `std::string_view FUNCTION()`, which
# HEADER declares. Written anew when the file changes.
function(samgak_embed_text file function header out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
// Made from @file@.
#include "@header@"

namespace samgak {

std::string_view @function@() {
  return R"text(@text@)text";
}

}  // namespace samgak
]])
  set(${out} ${source} PARENT_SCOPE)
endfunction()
