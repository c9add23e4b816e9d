# What is installed, and the Debian package of it (script/package, or `cpack -G DEB` after a build).
#
# The manual page and the completions come from the program itself, when it is installed; so do the
# notices of the libraries inside it, from the packages that it was built with. SOURCE_DATE_EPOCH
# dates all of them, and the same input makes the same package.
include(GNUInstallDirs)
set(CPACK_PACKAGE_CONTACT "runbookc maintainers <runbookc@example.invalid>")
set(package_folder "${PROJECT_BINARY_DIR}/package")

set(packaged_libraries libcmark-gfm-dev libyaml-dev libre2-dev libutf8proc-dev libxxhash-dev
    libssl-dev nlohmann-json3-dev libcli11-dev libfmt-dev libkainjow-mustache-dev
    libstemmer-dev libjemalloc-dev)

install(CODE "
  set(program \"$<TARGET_FILE:runbookc>\")
  set(folder \"${package_folder}\")
  set(source \"${PROJECT_SOURCE_DIR}\")
  set(libraries \"${packaged_libraries}\")
  set(PROJECT_VERSION \"${PROJECT_VERSION}\")
  set(CPACK_PACKAGE_CONTACT \"${CPACK_PACKAGE_CONTACT}\")")
install(SCRIPT cmake/package_files.cmake)
install(TARGETS runbookc RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${package_folder}/runbookc.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${package_folder}/completions.bash" RENAME runbookc
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${package_folder}/completions.zsh" RENAME _runbookc
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${package_folder}/completions.fish" RENAME runbookc.fish
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES "${package_folder}/copyright" "${package_folder}/changelog.gz"
              "${package_folder}/CHANGELOG.md.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_PACKAGE_NAME runbookc)
set(CPACK_PACKAGE_VENDOR "runbookc maintainers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler for operational runbooks")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"runbookc reads runbooks in Markdown with YAML front matter, checks their
sections, links, owners, review dates and commands against schemas, extracts
every command that can be pasted, and writes a static site with a search and
a machine-readable index. It is one program with everything inside.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
