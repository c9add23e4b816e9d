# Warnings, hardening and sanitizers for every target of ours.
add_library(runbookc_options INTERFACE)
target_compile_options(runbookc_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  -Woverloaded-virtual -Wimplicit-fallthrough -Wundef -fno-strict-aliasing
  $<$<BOOL:${RUNBOOKC_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # These fire on correct std::variant and std::string code in g++ 12 (GCC bugs 105562, 105651,
  # 105329).
  target_compile_options(runbookc_options INTERFACE
    -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12's own stable_sort calls std::get_temporary_buffer, which C++17 deprecates.
  target_compile_options(runbookc_options INTERFACE -Wno-deprecated-declarations)
endif()
if(RUNBOOKC_SANITIZE)
  target_compile_options(runbookc_options INTERFACE
    -fsanitize=${RUNBOOKC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # Whatever object-size finds, the address sanitizer does too; it is a fifth of the time to compile.
  if(RUNBOOKC_SANITIZE MATCHES "address")
    target_compile_options(runbookc_options INTERFACE -fno-sanitize=object-size)
  endif()
  target_link_options(runbookc_options INTERFACE -fsanitize=${RUNBOOKC_SANITIZE})
  target_compile_definitions(runbookc_options INTERFACE RUNBOOKC_SANITIZED)
else()
  target_compile_definitions(runbookc_options INTERFACE
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
endif()
target_compile_options(runbookc_options INTERFACE -fstack-protector-strong)
if(RUNBOOKC_FUZZ)
  target_compile_options(runbookc_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
