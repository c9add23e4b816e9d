// YAML, as far as we accept it: the only user of libyaml.
//
// One document; UTF-8; block and flow collections, all scalar styles, comments. Refused, with the
// place: anchors, aliases, tags, directives, second documents, repeated keys, keys that are not
// scalars, merge keys, tabs as indentation, and whatever libyaml reads differently from YAML 1.2
// (a quoted text that goes on at the margin, a byte order mark within). Plain scalars follow the
// YAML 1.2 core schema
// (`null`, `true`, `12`, `0x1f`, `1.5`; `yes`, `on` and dates are strings), so that what was
// written is what is checked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"
#include "source/source_file.h"

namespace runbookc {

struct YamlLimits {
  std::size_t bytes = std::size_t{64} * 1024;
  std::size_t depth = 8;
  std::size_t nodes = 10'000;
};

struct YamlProblem {
  enum class Kind : std::uint8_t { syntax, duplicate_key, limit } kind;
  Span span;
  std::string message;
  std::string help;
  std::string subject;
};

struct YamlOutcome {
  bool valid = false;  // `root` holds the whole document; duplicate keys do not make it invalid
                       // (the first one is kept)
  Value root;
  std::vector<YamlProblem> problems;
};

// Reads `range` of `file`; every span is in the coordinates of the file.
YamlOutcome parse_yaml(const SourceFile& file, ByteRange range, const YamlLimits& limits = {});

}  // namespace runbookc
