# `cmake --install`: the program, its data, the manual page, and a package that others find with
#
#   find_package(samgak REQUIRED)
#   target_link_libraries(mine PRIVATE samgak::exporters)
include(CMakePackageConfigHelpers)

get_property(rooms GLOBAL PROPERTY SAMGAK_ROOMS)
list(REMOVE_ITEM rooms cli)
set(room_targets ${rooms})
list(TRANSFORM room_targets PREPEND samgak_)

install(TARGETS samgak RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${room_targets} samgak_rapidjson samgak_options EXPORT samgak_targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
foreach(room IN LISTS rooms)
  install(DIRECTORY ${room} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/samgak
    FILES_MATCHING PATTERN "*.hpp")
endforeach()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/samgak)
install(EXPORT samgak_targets NAMESPACE samgak:: FILE samgakTargets.cmake DESTINATION ${package_dir})
configure_package_config_file(cmake/samgakConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/samgakConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/samgakConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/samgakConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/samgakConfigVersion.cmake
  DESTINATION ${package_dir})

install(DIRECTORY ontology/ DESTINATION ${CMAKE_INSTALL_DATADIR}/samgak/ontology
  PATTERN "*.hpp" EXCLUDE PATTERN "*.cpp" EXCLUDE PATTERN CMakeLists.txt EXCLUDE)
install(FILES docs/samgak.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
