#include "model/value.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Value number_value(double number, std::string_view text) {
  Value value;
  value.kind = Value::Kind::number;
  value.number = number;
  value.text = text;
  return value;
}

Value boolean_value(bool boolean) {
  Value value;
  value.kind = Value::Kind::boolean;
  value.boolean = boolean;
  return value;
}

}  // namespace

TEST_CASE("members are found by key in objects only") {
  const Value object = object_value({{"a", {}, string_value("1")}, {"b", {}, string_value("2")}});
  CHECK(object.find("b")->text == "2");
  CHECK(object.find_member("a")->key == "a");
  CHECK(object.find("c") == nullptr);
  CHECK(string_value("a").find("a") == nullptr);
}

TEST_CASE("data is the same whatever its place, order and spelling") {
  const Value a = object_value({{"x", {}, number_value(1, "1")}, {"y", {}, string_value("s")}});
  Value b = object_value({{"y", {}, string_value("s")}, {"x", {}, number_value(1, "1.0")}});
  b.span = {{3, 1}, {4, 1}};
  CHECK(a.same_data(b));
  CHECK_FALSE(a == b);
}

TEST_CASE("data of another kind or content differs") {
  CHECK_FALSE(number_value(1, "1").same_data(string_value("1")));
  CHECK_FALSE(boolean_value(true).same_data(number_value(1, "1")));
  CHECK_FALSE(boolean_value(true).same_data(boolean_value(false)));
  CHECK(Value().same_data(Value()));
  CHECK_FALSE(array_value({string_value("a"), string_value("b")})
                  .same_data(array_value({string_value("b"), string_value("a")})));
  CHECK_FALSE(object_value({{"a", {}, Value()}}).same_data(object_value({{"b", {}, Value()}})));
  CHECK_FALSE(object_value({{"a", {}, Value()}}).same_data(object_value({})));
}

TEST_CASE("equality counts places and spelling") {
  Value a = string_value("x");
  Value b = a;
  CHECK(a == b);
  b.span = {{1, 1}, {1, 2}};
  CHECK_FALSE(a == b);
  CHECK_FALSE(number_value(1, "1") == number_value(1, "1.0"));
}

TEST_CASE("kinds have names with their article") {
  CHECK(kind_name(Value::Kind::string) == "a string");
  CHECK(kind_name(Value::Kind::array) == "a list");
  CHECK(kind_name(Value::Kind::null) == "null");
  CHECK(array_value({}).is_array());
  CHECK(object_value({}).is_object());
  CHECK_FALSE(object_value({}).is_scalar());
}
