// The words of violations.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"
#include "schema/explainer.h"

namespace runbookc {

std::string instance_pointer(const InstancePlace& place);
// The key that a value belongs to, its lists' if it is an item: "severity"; "" at the root.
std::string_view instance_name(const InstancePlace& place);

std::string_view found_kind(const Value& value);                    // "a list", "nothing" …
std::string wanted_kinds(std::uint8_t types, bool plural = false);  // "a string or a list"

// A value in a message: 'P9', 12, true, a list …
std::string shown(const Value& value);
// The same after its key: "severity 'P9'"; the value alone if `name` is "".
std::string named(std::string_view name, const Value& value);
// " for 'severity'", or "" if `name` is "".
std::string for_name(std::string_view name);
// As it would be written in YAML or JSON flow: quoted if it must be.
std::string written(std::string_view text);

// The text of a list of nothing else, as written(), if it is short enough to be shown; else "".
std::string only_text(const Value& value);

// "a, b, c", at most a dozen of them, then how many more.
std::string shown_list(std::span<const std::string> names);
// "a", "a or b", "a, b or c"
std::string alternatives(std::span<const std::string> names);

}  // namespace runbookc
