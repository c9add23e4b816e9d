// What libyaml reads in a text, event by event: the raw material of parse/yaml.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "parse/yaml.h"

namespace runbookc {

struct YamlEvent {
  enum class Kind : std::uint8_t { scalar, alias, map_start, map_end, list_start, list_end };
  enum class Style : std::uint8_t { plain, quoted, block, flow };

  Kind kind = Kind::scalar;
  Style style = Style::plain;  // of scalars; of map_start and list_start: `block` or `flow`
  // Its bytes, from its anchor or tag on. Both are one place where nothing is written, which means
  // null. A block scalar ends where the line after it begins, a block collection anywhere.
  std::size_t begin = 0, end = 0;
  std::string text;  // of a scalar, decoded
};

struct YamlStop {
  enum class Reason : std::uint8_t { none, syntax, depth, nodes };

  Reason reason = Reason::none;  // why reading ended early
  // And at which byte: where the token starts that cannot be read; within it, if it is a scalar.
  std::size_t at = 0;
  // syntax: where the scalar begins that could not be read to its end, if it was one.
  std::optional<std::size_t> broken_scalar;
};

// The events of the first document. Ends on every input.
class YamlEventReader {
 public:
  // `text` is valid UTF-8 without control characters, and outlives this.
  YamlEventReader(std::string_view text, const YamlLimits& limits);
  YamlEventReader(const YamlEventReader&) = delete;
  YamlEventReader& operator=(const YamlEventReader&) = delete;
  ~YamlEventReader();

  // Nothing at the end of the document, or where reading stopped.
  std::optional<YamlEvent> next();
  const YamlStop& stop() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace runbookc
