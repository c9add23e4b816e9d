#include "diag/diagnostic_bytes.h"

#include <cstdint>
#include <utility>

namespace runbookc {
namespace {

// The fields of each type in the order in which they are stored, for both directions.
template <typename Archive, typename T>
void visit_edit(Archive& archive, T& edit) {
  archive(edit.range, edit.text);
}
template <typename Archive, typename T>
void visit_fix(Archive& archive, T& fix) {
  archive(fix.description, fix.edits);
}
template <typename Archive, typename T>
void visit_reference(Archive& archive, T& reference) {
  archive(reference.kind, reference.path, reference.text, reference.lines);
}
template <typename Archive, typename T>
void visit_diagnostic(Archive& archive, T& diagnostic) {
  archive(diagnostic.code, diagnostic.name, diagnostic.severity, diagnostic.path, diagnostic.span,
          diagnostic.message, diagnostic.help, diagnostic.fix, diagnostic.subject,
          diagnostic.references, diagnostic.equal_subjects);
}

class DiagnosticWriter {
 public:
  template <typename... T>
  void operator()(const T&... values) {
    (write(values), ...);
  }
  void write(std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) out_ += static_cast<char>(number >> shift);
  }
  void write(Severity severity) { write(static_cast<std::uint32_t>(severity)); }
  void write(ReferenceKind kind) { write(static_cast<std::uint32_t>(kind)); }
  void write(Position position) {
    write(position.line);
    write(position.column);
  }
  void write(Span span) {
    write(span.start);
    write(span.end);
  }
  void write(const std::string& text) {
    write(static_cast<std::uint32_t>(text.size()));
    out_ += text;
  }
  void write(const Edit& edit) { visit_edit(*this, edit); }
  void write(const Fix& fix) { visit_fix(*this, fix); }
  void write(const Reference& reference) { visit_reference(*this, reference); }
  void write(const Diagnostic& diagnostic) { visit_diagnostic(*this, diagnostic); }
  void write(const std::optional<Fix>& fix) {
    write(std::uint32_t{fix.has_value()});
    if (fix) write(*fix);
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    write(static_cast<std::uint32_t>(list.size()));
    for (const T& item : list) write(item);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Once something does not fit it stays failed, and reads nothing more.
class DiagnosticReader {
 public:
  explicit DiagnosticReader(std::string_view bytes) : rest_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (read(values), ...);
  }
  void read(std::uint32_t& number) {
    number = 0;
    if (rest_.size() < sizeof number) {
      fail();
      return;
    }
    for (unsigned i = 0; i < sizeof number; ++i) {
      number |= std::uint32_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(sizeof number);
  }
  void read(Severity& severity) { severity = read_enum(Severity::error); }
  void read(ReferenceKind& kind) { kind = read_enum(ReferenceKind::mention); }
  void read(Position& position) { (*this)(position.line, position.column); }
  void read(Span& span) { (*this)(span.start, span.end); }
  void read(std::string& text) {
    const std::uint32_t size = read_count();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void read(Edit& edit) { visit_edit(*this, edit); }
  void read(Fix& fix) { visit_fix(*this, fix); }
  void read(Reference& reference) { visit_reference(*this, reference); }
  void read(Diagnostic& diagnostic) { visit_diagnostic(*this, diagnostic); }
  void read(std::optional<Fix>& fix) {
    std::uint32_t has_fix = 0;
    read(has_fix);
    if (has_fix > 1) fail();
    if (has_fix == 1) read(fix.emplace());
  }
  // Memory grows with the items that are there, whatever their number claims to be.
  template <typename T>
  void read(std::vector<T>& list) {
    const std::uint32_t count = read_count();
    for (std::uint32_t i = 0; i < count && ok_; ++i) read(list.emplace_back());
  }
  bool complete() const { return ok_ && rest_.empty(); }

 private:
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  // Of things of at least a byte.
  std::uint32_t read_count() {
    std::uint32_t count = 0;
    read(count);
    if (count <= rest_.size()) return count;
    fail();
    return 0;
  }
  template <typename E>
  E read_enum(E last) {
    std::uint32_t value = 0;
    read(value);
    if (value <= static_cast<std::uint32_t>(last)) return static_cast<E>(value);
    fail();
    return E{};
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace

std::string diagnostics_to_bytes(const std::vector<Diagnostic>& diagnostics) {
  DiagnosticWriter writer;
  writer.write(diagnostics);
  return writer.take();
}

std::optional<std::vector<Diagnostic>> diagnostics_from_bytes(std::string_view bytes) {
  DiagnosticReader reader(bytes);
  std::vector<Diagnostic> diagnostics;
  reader.read(diagnostics);
  if (!reader.complete()) return std::nullopt;
  return diagnostics;
}

}  // namespace runbookc
