#include "emit/named_values.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("a named value is the one that was set last") {
  NamedValues<std::string> values;
  CHECK(values.find("a") == nullptr);
  for (const char* name : {"a", "b", "ab", "", "c", "d", "e"}) values[name] = name;
  values["b"] = "again";
  CHECK(values.at("a") == "a");
  CHECK(values.at("b") == "again");
  CHECK(values.at("ab") == "ab");
  CHECK(values.at("").empty());
  CHECK(values.find("f") == nullptr);
  CHECK(values["f"].empty());
  CHECK(values.find("f") != nullptr);
}

}  // namespace runbookc
