# Run when the program is installed: makes what is installed beside it. Needs `program`, `folder`
# (where to put things), `source` (the repository), `libraries` (Debian packages),
# PROJECT_VERSION and CPACK_PACKAGE_CONTACT.
file(MAKE_DIRECTORY "${folder}")

foreach(shell bash zsh fish)
  execute_process(COMMAND "${program}" completions ${shell}
                  OUTPUT_FILE "${folder}/completions.${shell}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND "${program}" manual
                OUTPUT_FILE "${folder}/runbookc.1" COMMAND_ERROR_IS_FATAL ANY)

string(TIMESTAMP changelog_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file("${source}/packaging/changelog.in" "${folder}/changelog" @ONLY)
configure_file("${source}/CHANGELOG.md" "${folder}/CHANGELOG.md" COPYONLY)

file(READ "${source}/packaging/copyright.in" notice)
foreach(library IN LISTS libraries)
  file(READ "/usr/share/doc/${library}/copyright" library_notice)
  string(APPEND notice "\n===== ${library} =====\n\n${library_notice}")
endforeach()
file(WRITE "${folder}/copyright" "${notice}")

# Without the time and the name of the file, so that the same bytes come out.
foreach(name runbookc.1 changelog CHANGELOG.md)
  execute_process(COMMAND gzip -9nc "${folder}/${name}"
                  OUTPUT_FILE "${folder}/${name}.gz" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
