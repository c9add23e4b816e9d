#include "serve/live_state.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "emit/json_writer.h"

namespace runbookc {
namespace {

constexpr std::size_t kStateDigits = 16;

void write_fault(JsonWriter& json, const Error& fault) {
  json.begin_object().member("message", fault.message).member("help", fault.help);
  json.member("place", fault.place ? fmt::format("{}:{}:{}", fault.place->path, fault.place->line,
                                                 fault.place->column)
                                   : "");
}

void write_error(JsonWriter& json, const Error& error) {
  write_fault(json, error);
  json.key("others").begin_array();
  for (const Error& other : error.others) {
    write_fault(json, other);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_finding(JsonWriter& json, const Diagnostic& found) {
  json.begin_object().member("code", found.code).member("name", found.name);
  json.member("severity", severity_name(found.severity));
  json.member("message", found.message).member("help", found.help).member("path", found.path);
  json.member_number("line", std::max(found.span.start.line, 1U));
  json.member_number("column", std::max(found.span.start.column, 1U)).end_object();
}

void write_notes(JsonWriter& json, const LiveNotes& notes) {
  json.key("error");
  if (notes.error) {
    write_error(json, *notes.error);
  } else {
    json.null();
  }
  json.key("findings").begin_array();
  for (const Diagnostic* found : notes.findings) write_finding(json, *found);
  json.end_array();
}

}  // namespace

std::string notes_state(const LiveNotes& notes) {
  JsonWriter json;
  json.begin_object();
  write_notes(json, notes);
  json.end_object();
  return hash_hex(json.take()).substr(0, kStateDigits);
}

std::string live_state_json(std::string_view page, const LiveNotes& notes) {
  JsonWriter json;
  json.begin_object().member("page", page).member("state", notes_state(notes));
  write_notes(json, notes);
  json.end_object();
  return json.take();
}

}  // namespace runbookc
