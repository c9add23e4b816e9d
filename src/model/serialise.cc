#include "model/serialise.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/version.h"
#include "model/consistency.h"
#include "model/fields.h"

namespace runbookc {
namespace {

constexpr std::size_t kChecksumSize = 8;
constexpr int kMaxValueDepth = 64;
constexpr std::uint64_t kReserved = 64;  // items of a list

// What the bytes begin with: no other version's bytes do.
const std::string& version_tag() {
  static const std::string tag = "runbookc document " + std::to_string(fields::kFormat) + " " +
                                 std::string(tool_version()) + "\n";
  return tag;
}

template <typename T>
concept Integer = std::unsigned_integral<T> && !std::same_as<T, bool>;
template <typename T>
concept Enum = std::is_enum_v<T>;

void append_fixed(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(value >> shift & 0xff);
}

std::uint64_t read_fixed(std::string_view eight_bytes) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < 8; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(eight_bytes[i])} << (8 * i);
  }
  return value;
}

class Writer {
 public:
  // Goes on behind `out`.
  explicit Writer(std::string out) : out_(std::move(out)) {}

  template <typename... T>
  void operator()(const T&... values) {
    (write(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  // Little-endian groups of seven bits, as few as the value needs.
  void write_number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  // kNone, the largest index, would take five bytes: one more than it becomes zero.
  void write(std::uint32_t value) { write_number(value + 1U); }
  void write(std::uint8_t value) { write_number(value); }
  void write(bool value) { write_number(value ? 1 : 0); }
  void write(double value) { append_fixed(out_, std::bit_cast<std::uint64_t>(value)); }
  void write(Enum auto value) { write_number(static_cast<std::uint64_t>(value)); }
  void write(const std::string& text) {
    write_number(text.size());
    out_ += text;
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    write_number(list.size());
    for (const T& item : list) write(item);
  }
  template <typename T>
    requires std::is_class_v<T>
  void write(const T& object) {
    fields::visit(*this, object);
  }

  std::string out_;
};

// Reads what Writer wrote. Once something does not fit it stays failed, and reads nothing more.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (read(values), ...);
  }
  bool complete() const { return ok_ && rest_.empty(); }

 private:
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  std::uint64_t read_number(std::uint64_t maximum) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_[0]);
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte >= 0x80) continue;
      const bool shortest = byte != 0 || shift == 0;
      if (!shortest || value > maximum) break;
      return value;
    }
    fail();
    return 0;
  }
  void read(std::uint32_t& value) {
    value = static_cast<std::uint32_t>(read_number(std::numeric_limits<std::uint32_t>::max())) - 1U;
  }
  void read(std::uint8_t& value) {
    value = static_cast<std::uint8_t>(read_number(std::numeric_limits<std::uint8_t>::max()));
  }
  void read(bool& value) { value = read_number(1) == 1; }
  void read(double& value) {
    if (rest_.size() < sizeof(std::uint64_t)) {
      fail();
      return;
    }
    value = std::bit_cast<double>(read_fixed(rest_));
    rest_.remove_prefix(sizeof(std::uint64_t));
  }
  template <Enum E>
  void read(E& value) {
    value = static_cast<E>(read_number(static_cast<std::uint64_t>(fields::kLast<E>)));
  }
  void read(std::string& text) {
    const std::size_t size = read_number(rest_.size());
    if (size > rest_.size()) {  // the bytes of the number itself are gone by now
      fail();
      return;
    }
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  // Memory grows with the items that are there, whatever their number claims to be: room is made
  // for a few before they are seen, and of unfinished lists there is one a level.
  template <typename T>
  void read(std::vector<T>& list) {
    const std::uint64_t count = read_number(rest_.size());
    list.reserve(std::min(count, kReserved));
    for (std::uint64_t i = 0; i < count && ok_; ++i) read(list.emplace_back());
  }
  void read(Value& value) {
    if (depth_ == kMaxValueDepth) {
      fail();
      return;
    }
    ++depth_;
    fields::visit(*this, value);
    --depth_;
  }
  template <typename T>
    requires std::is_class_v<T>
  void read(T& object) {
    fields::visit(*this, object);
  }

  std::string_view rest_;
  bool ok_ = true;
  int depth_ = 0;
};

}  // namespace

std::string serialise(const Document& document) {
  Writer writer(version_tag());
  writer(document);
  std::string bytes = writer.take();
  append_fixed(bytes, hash64(bytes));
  return bytes;
}

std::optional<Document> deserialise(std::string_view bytes) {
  const std::string& tag = version_tag();
  if (!bytes.starts_with(tag) || bytes.size() < tag.size() + kChecksumSize) return std::nullopt;
  const std::string_view checked = bytes.substr(0, bytes.size() - kChecksumSize);
  if (read_fixed(bytes.substr(checked.size())) != hash64(checked)) return std::nullopt;
  Reader reader(checked.substr(tag.size()));
  Document document;
  reader(document);
  if (!reader.complete() || !is_consistent(document)) return std::nullopt;
  return document;
}

}  // namespace runbookc
