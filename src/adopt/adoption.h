// What is known of a document without it having said so in front matter: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/owners.h"
#include "model/block.h"
#include "model/value.h"

namespace runbookc {

// Where a value was found.
struct FoundAt {
  std::string path;        // relative to the project root
  std::uint32_t line = 0;  // 0: of no line
  std::string text;        // in words: "'**Owner:** Platform Team'", "the last commit"
};

// A value that is certain enough to be written.
struct AdoptedField {
  std::string key;
  Value value;
  FoundAt from;
  std::string remark = {};  // a comment beside it in the front matter; "" for none
};

// What a person has to decide.
struct OpenPoint {
  std::string key;
  FoundAt at;
  std::string reason;  // "only a month: no day is invented"
  // Nothing is said of the field itself: a source that says it is not in doubt.
  bool is_hint = false;
};

struct DocumentAdoption {
  Index page = kNone;
  std::vector<AdoptedField> fields;  // in the order in which they are written
  std::vector<OpenPoint> open;
  std::vector<Owner> owners;  // whom the document names and no directory knows
  std::string type;           // the one whose contract it fits; "" if none is certain
};

}  // namespace runbookc
