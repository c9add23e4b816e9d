// Files of the cache that are read and written whole, and what they are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cli/cache_place.h"

namespace runbookc {

// What write_cache_record() was given, by the same program for the same project file; nothing if
// there is no such file, or if it is damaged. `ending` is of the file's name.
std::optional<std::string> read_cache_record(const CachePlace& place, std::string_view ending);
// Does nothing if it cannot be written.
void write_cache_record(const CachePlace& place, std::string_view ending, std::string_view bytes);

// Numbers and texts one after another. What is taken from the front is nothing if it is not there.
void put_number(std::string& out, std::uint64_t number);
void put_text(std::string& out, std::string_view text);
std::optional<std::uint64_t> take_number(std::string_view& bytes);
std::optional<std::string_view> take_text(std::string_view& bytes);

}  // namespace runbookc
