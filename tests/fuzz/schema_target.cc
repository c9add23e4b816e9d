// A schema and, below a line `===`, a value for it, both JSON. Whatever they are, they are read or
// refused, and the two ways to ask whether the value fits agree.
#include <string>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "parse/json.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

constexpr std::string_view kBorder = "\n===\n";

void check_value(const JsonSchema& schema, const Value& value) {
  const auto found = schema.validate(value);
  promise(found.empty() == schema.accepts(value), "validate() and accepts() agree");
  for (const Violation& violation : found) {
    promise(!violation.keyword.empty() && !violation.message.empty(), "a violation says what");
    promise(violation.instance_pointer.empty() || violation.instance_pointer[0] == '/',
            "a violation says where");
  }
  for (const UnknownKey& unknown : schema.unknown_keys(value)) {
    promise(value.find(unknown.key) != nullptr, "an unknown key is one of the value's");
  }
}

}  // namespace

void fuzz_schema(std::string_view bytes) {
  const auto border = bytes.find(kBorder);
  const auto written = parse_json(SourceFile("schema.json", std::string(bytes.substr(0, border))));
  if (!written) return;
  for (const bool formats : {false, true}) {
    const auto schema =
        JsonSchema::compile(*written, {}, {.check_formats = formats, .base_uri = ""});
    promise(schema || !schema.error().message.empty(), "what is refused has a reason");
    if (!schema) return;
    check_value(*schema, *written);
    if (border == std::string_view::npos) continue;
    const auto value =
        parse_json(SourceFile("value.json", std::string(bytes.substr(border + kBorder.size()))));
    if (value) check_value(*schema, *value);
  }
}

}  // namespace runbookc
