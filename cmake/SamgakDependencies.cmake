# Everything comes from Debian's packages; scripts/install-dependencies.sh names them.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(CLI11 REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(serd REQUIRED IMPORTED_TARGET serd-0)

add_library(samgak_rapidjson INTERFACE)
target_include_directories(samgak_rapidjson SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS})
# Input-shaped data must not recurse, and every string must be valid UTF-8 (research: reliability).
target_compile_definitions(samgak_rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)
