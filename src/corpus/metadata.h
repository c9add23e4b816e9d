// Front matter as typed fields, each with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/value.h"

namespace runbookc {

template <typename T>
struct Located {
  T value{};
  Span span;  // {0,0}: not written in the document (a default)
};

// A parameter that the page's commands share.
struct Parameter {
  std::string name;
  std::string description;
  std::string default_value;
  bool secret = false;
  Span span;
};

// A date or interval that does not read as one.
struct MalformedField {
  std::string key;
  std::string text;
  Span span;
};

bool is_interval(const MalformedField& field);  // or else a date
// What is wrong with it, and how to write one.
std::string malformed_message(const MalformedField& field);
std::string malformed_help(const MalformedField& field);

struct Metadata {
  Located<std::string> id, type, title, summary, status;
  std::vector<Located<std::string>> owners, severity, services, alerts, tags, audience, aliases,
      depends_on, approval_required, approved_by, distribution;
  Located<std::string> estimated_time, version;
  std::optional<Located<Date>> last_reviewed, next_review, last_updated, last_tested;
  std::optional<Located<Interval>> review_every;
  std::vector<Parameter> parameters;
  std::vector<MalformedField> malformed;  // in the order of the keys
};

// Those that have a name.
std::vector<Parameter> read_parameters(const std::vector<Value>& list);

// Reads what is there and well formed; wrong kinds are left out (the schema reports them).
Metadata read_metadata(const Value& front_matter);

// `written` with the members of `defaults` that it lacks.
Value with_defaults(const Value& written, const Value& defaults);

}  // namespace runbookc
