// What is done with any bytes, by libFuzzer (fuzzer_entry.cc) and by the tests that run each seed
// and each crash of old (tests/fuzz/kept_inputs_test.cc). A target throws BrokenPromise, or dies,
// if the program has a bug.
#pragma once

#include <string_view>

namespace runbookc {

void fuzz_config(std::string_view bytes);
void fuzz_deserialise(std::string_view bytes);
void fuzz_document(std::string_view bytes);
void fuzz_pack(std::string_view bytes);
void fuzz_pipeline(std::string_view bytes);
void fuzz_query(std::string_view bytes);
void fuzz_schema(std::string_view bytes);
void fuzz_shell(std::string_view bytes);
void fuzz_yaml(std::string_view bytes);

}  // namespace runbookc
