# samgak_add_room(NAME SOURCES file... [USES room...] [LINKS target...])
#
# One static library a room: samgak_NAME, known to others as samgak::NAME. Headers are included
# from the root of the tree ("graph/statement.hpp").
function(samgak_add_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(samgak_${name} STATIC ${ROOM_SOURCES})
  add_library(samgak::${name} ALIAS samgak_${name})
  set_target_properties(samgak_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(samgak_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/samgak>)
  foreach(room IN LISTS ROOM_USES)
    target_link_libraries(samgak_${name} PUBLIC samgak_${room})
  endforeach()
  target_link_libraries(samgak_${name} PUBLIC ${ROOM_LINKS} PRIVATE samgak_options ${ROOM_PRIVATE_LINKS})
  set_property(GLOBAL APPEND PROPERTY SAMGAK_ROOMS ${name})
endfunction()

# Compile options of every target of this project, and of nobody who links to it.
add_library(samgak_options INTERFACE)
target_compile_options(samgak_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion)
if(SAMGAK_WERROR)
  target_compile_options(samgak_options INTERFACE -Werror)
endif()
if(SAMGAK_SANITIZE)
  add_compile_options(-fsanitize=${SAMGAK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SAMGAK_SANITIZE})
endif()
