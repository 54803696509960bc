# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D LUPDATE=… -D FOLDER=… -D TS_FILES=… -D PROJECT=… -P translations.cmake: runs lupdate on copies of TS_FILES and
# fails when that changes one: a text was added, changed or taken out without `update_translations`.
file(STRINGS ${FOLDER}/sources.lst sources)
file(GLOB includes ${PROJECT}/*/include ${PROJECT}/*/*/include)
set(paths "")
foreach(folder IN LISTS includes)
  string(APPEND paths "\"${folder}\",")
endforeach()
string(REGEX REPLACE ",$" "" paths "${paths}")
list(JOIN sources "\",\"" quoted)

set(copies "")
foreach(file IN LISTS TS_FILES)
  cmake_path(GET file FILENAME name)
  file(COPY_FILE ${file} ${FOLDER}/${name})
  list(APPEND copies "${FOLDER}/${name}")
endforeach()
list(JOIN copies "\",\"" quotedCopies)
file(WRITE ${FOLDER}/project.json
  "{\"projectFile\":\"${PROJECT}/CMakeLists.txt\",\"includePaths\":[${paths}],\"sources\":[\"${quoted}\"],\"translations\":[\"${quotedCopies}\"]}\n")
execute_process(COMMAND ${LUPDATE} -project ${FOLDER}/project.json -no-obsolete -locations none
  OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "lupdate failed: ${said}")
endif()

set(stale "")
foreach(file IN LISTS TS_FILES)
  cmake_path(GET file FILENAME name)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${file} ${FOLDER}/${name} RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
  if(differs)
    string(APPEND stale " ${name}")
    execute_process(COMMAND diff -u0 ${file} ${FOLDER}/${name} OUTPUT_VARIABLE lines ERROR_QUIET)
    string(SUBSTRING "${lines}" 0 2000 lines)
    message("${lines}")
  endif()
endforeach()
if(stale)
  message(FATAL_ERROR "Rule broken (translations.current): the texts of the sources and of${stale} differ; "
    "build the target update_translations, translate what is new, commit")
endif()
