# Installs the build tree BUILD below WORK, uses the installed program on SEEDS, and builds CONSUMER against it.
function(must)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " call)
    message(FATAL_ERROR "${call}\nended with ${status}:\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
foreach(file bin/samgak share/man/man1/samgak.1 share/samgak/ontology/schema/samgak.ttl
             share/samgak/ontology/LICENSE include/samgak/exporters/registry.hpp)
  if(NOT EXISTS ${WORK}/prefix/${file})
    message(FATAL_ERROR "${file} was not installed")
  endif()
endforeach()
file(GLOB_RECURSE strays ${WORK}/prefix/share/samgak/*.cpp ${WORK}/prefix/share/samgak/*.hpp)
if(strays)
  message(FATAL_ERROR "sources among the data: ${strays}")
endif()

# The program finds its data beside itself, wherever the whole was moved to.
file(RENAME ${WORK}/prefix ${WORK}/moved)
unset(ENV{SAMGAK_DATA})
file(GLOB documents ${SEEDS}/s0*)
must(${WORK}/moved/bin/samgak build ${documents} -o ${WORK}/out --quiet)

must(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/consumer -DCMAKE_PREFIX_PATH=${WORK}/moved -DCMAKE_BUILD_TYPE=Debug
  "-DCMAKE_CXX_FLAGS=${FLAGS}")
must(${CMAKE_COMMAND} --build ${WORK}/consumer)
must(${WORK}/consumer/consumer)
if(NOT out MATCHES "\"type\":\"node\"")
  message(FATAL_ERROR "the consumer wrote no graph:\n${out}")
endif()
