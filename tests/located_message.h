// An Error as one text: "FILE:LINE:COLUMN: message", without what it has not.
#pragma once

#include <string>

#include "base/result.h"

namespace runbookc {

inline std::string located_message(const Error& error) {
  if (!error.place) return error.message;
  const FilePlace& place = *error.place;
  return (place.path.empty() ? "" : place.path + ":") + std::to_string(place.line) + ":" +
         std::to_string(place.column) + ": " + error.message;
}

}  // namespace runbookc
