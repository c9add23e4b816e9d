#include "emit/page_parameters.h"

#include <map>
#include <set>

#include "model/parameter_key.h"

namespace runbookc {

namespace {

std::set<std::string> asked_keys(const Document& document) {
  std::set<std::string> keys;
  for (const Command& command : document.commands)
    for (const Placeholder& placeholder : command.placeholders)
      keys.insert(parameter_key(placeholder.name));
  for (const MessageTemplate& message : document.templates)
    for (const Placeholder& placeholder : message.placeholders)
      keys.insert(parameter_key(placeholder.name));
  return keys;
}

// The variables that commands need from outside, by their keys.
std::map<std::string, std::string> needed_variables(const Document& document) {
  std::map<std::string, std::string> variables;
  for (const Command& command : document.commands)
    for (const std::string& name : command.environment)
      variables.try_emplace(parameter_key(name), name);
  return variables;
}

}  // namespace

std::vector<PageParameter> page_parameters(const Corpus& corpus, const Page& page) {
  const Document& document = corpus.document_of(page);
  const auto variables = needed_variables(document);
  std::vector<PageParameter> list;
  std::set<std::string> listed;
  const auto add = [&](const Parameter& parameter) {
    const std::string key = parameter_key(parameter.name);
    if (!listed.insert(key).second) return;
    const auto variable = variables.find(key);
    list.push_back({parameter, variable == variables.end() ? std::string() : variable->second});
  };
  for (const Parameter& parameter : page.metadata.parameters) add(parameter);
  if (corpus.config.parameters.empty()) return list;
  const std::set<std::string> asked = asked_keys(document);
  for (const Parameter& parameter : read_parameters(corpus.config.parameters)) {
    const std::string key = parameter_key(parameter.name);
    if (asked.contains(key) || variables.contains(key)) add(parameter);
  }
  return list;
}

}  // namespace runbookc
