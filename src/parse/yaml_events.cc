#include "parse/yaml_events.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <exception>
#include <sstream>

namespace runbookc {
namespace {

struct LimitReached {};  // ends yaml-cpp's parser from within a handler

std::size_t byte_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

class Recorder final : public YAML::EventHandler {
 public:
  Recorder(YamlEvents& record, const YamlLimits& limits) : record_(record), limits_(limits) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add_node({.kind = YamlEvent::Kind::null, .at = byte_of(mark), .text = {}});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    add_node({.kind = YamlEvent::Kind::alias, .at = byte_of(mark), .text = {}});
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    add_node({.kind = YamlEvent::Kind::scalar, .at = byte_of(mark), .text = value});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(YamlEvent::Kind::list_start, mark, style);
  }
  void OnSequenceEnd() override { close(YamlEvent::Kind::list_end); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(YamlEvent::Kind::map_start, mark, style);
  }
  void OnMapEnd() override { close(YamlEvent::Kind::map_end); }

 private:
  void add_node(YamlEvent event) {
    if (++nodes_ > limits_.nodes) stop(YamlEvents::Stop::nodes, event.at);
    record_.events.push_back(std::move(event));
  }

  void open(YamlEvent::Kind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
    if (++depth_ > limits_.depth) stop(YamlEvents::Stop::depth, byte_of(mark));
    add_node(
        {.kind = kind, .flow = style == YAML::EmitterStyle::Flow, .at = byte_of(mark), .text = {}});
  }

  void close(YamlEvent::Kind kind) {
    --depth_;
    record_.events.push_back({.kind = kind, .text = {}});
  }

  [[noreturn]] void stop(YamlEvents::Stop why, std::size_t at) {
    record_.stop = why;
    record_.stop_at = at;
    throw LimitReached{};
  }

  YamlEvents& record_;
  const YamlLimits& limits_;
  std::size_t nodes_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

YamlEvents read_yaml_events(std::string_view text, const YamlLimits& limits) {
  YamlEvents record;
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    Recorder recorder(record, limits);
    // Once only: a second call need not make progress (`, x`).
    parser.HandleNextDocument(recorder);
  } catch (const LimitReached&) {  // NOLINT(bugprone-empty-catch): the record says it
  } catch (const YAML::Exception& error) {
    record.stop = YamlEvents::Stop::syntax;
    record.stop_at = byte_of(error.mark);
  } catch (const std::exception&) {
    record.stop = YamlEvents::Stop::syntax;
  }
  return record;
}

}  // namespace runbookc
