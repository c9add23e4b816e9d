# Third-party libraries, all from Debian packages; script/bootstrap lists them.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)

# A library by name, its static archive preferred: the program is one file that runs anywhere.
function(runbookc_library name header archive)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY NAMES ${archive} REQUIRED)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${${name}_INCLUDE})
  target_link_libraries(${name} INTERFACE ${${name}_LIBRARY})
endfunction()

runbookc_library(dep_libyaml yaml.h libyaml.a)
runbookc_library(dep_cmark_core cmark-gfm.h libcmark-gfm.a)
runbookc_library(dep_cmark_extensions cmark-gfm-core-extensions.h libcmark-gfm-extensions.a)
runbookc_library(dep_re2 re2/re2.h libre2.a)
runbookc_library(dep_xxhash xxhash.h libxxhash.a)
runbookc_library(dep_crypto openssl/sha.h libcrypto.a)
runbookc_library(dep_utf8proc utf8proc.h libutf8proc.a)
runbookc_library(dep_stemmer libstemmer.h libstemmer.a)
runbookc_library(dep_jemalloc jemalloc/jemalloc.h libjemalloc_pic.a)
find_path(dep_mustache_INCLUDE kainjow/mustache.hpp REQUIRED)

# Debian has fmt as a shared library only; cmake/fmt_library.cc says why it is not header-only.
find_path(dep_fmt_INCLUDE fmt/format-inl.h REQUIRED)
add_library(dep_fmt STATIC cmake/fmt_library.cc)
target_include_directories(dep_fmt SYSTEM PUBLIC ${dep_fmt_INCLUDE})
target_link_libraries(dep_fmt PRIVATE runbookc_options)

# cmark-gfm's inline extensions add and remove entries in a global table around each parse, which
# races between threads. The calls are redirected to parse/cmark_setup.cc, which fills the table
# once. It works only against the static archives.
add_library(dep_cmark INTERFACE)
target_link_libraries(dep_cmark INTERFACE dep_cmark_extensions dep_cmark_core)
target_link_options(dep_cmark INTERFACE
  -Wl,--wrap=cmark_inlines_add_special_character
  -Wl,--wrap=cmark_inlines_remove_special_character)
