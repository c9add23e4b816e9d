#include "emit/json_document.h"
#include "model/command_ids.h"
#include "model/command_place.h"

namespace runbookc {

namespace {

void write_placeholders(JsonWriter& json, const std::vector<Placeholder>& placeholders) {
  json.key("placeholders").begin_array();
  for (const Placeholder& placeholder : placeholders) {
    json.begin_object()
        .member("name", placeholder.name)
        .member("text", placeholder.text)
        .end_object();
  }
  json.end_array();
}

void write_place(JsonWriter& json, const Document& document, const Command& command) {
  const CommandPlace place = command_place(document, command);
  json.member_strings("section", place.sections)
      .member("anchor", place.anchor)
      .member_or_null("step", place.step)
      .member("language", command.language)
      .member_position("start", command.span.start)
      .member_position("end", command.span.end);
}

void write_command(JsonWriter& json, const Page& page, const Document& document,
                   const Command& command, const std::string& key) {
  json.begin_object()
      .member("id", command_id(page.id, key))
      .member("runbook", page.id)
      .member("path", document.path);
  write_place(json, document, command);
  json.member("text", command.text)
      .member("description", command.description)
      .member_strings("programs", command.programs);
  write_placeholders(json, command.placeholders);
  json.member_strings("environment", command.environment)
      .member("expected_output", command.expected_output)
      .member("risk", risk_name(command.risk))
      .member("risk_reason", command.risk_reason)
      .member_boolean("interactive", command.interactive)
      .member_boolean("blocking", command.blocking)
      .member_number("block", command.code_block)
      .member_boolean("standalone", command.standalone)
      .member("syntax", syntax_name(command.syntax))
      .member("syntax_message", command.syntax_message)
      .end_object();
}

void write_commands(JsonWriter& json, const Corpus& corpus) {
  json.key("commands").begin_array();
  for (const Page& page : corpus.pages) {
    if (!page.published) continue;
    const Document& document = corpus.document_of(page);
    const std::vector<std::string> keys = command_keys(document);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      write_command(json, page, document, document.commands[i], keys[i]);
    }
  }
  json.end_array();
}

void write_templates(JsonWriter& json, const Corpus& corpus) {
  json.key("templates").begin_array();
  for (const Page& page : corpus.pages) {
    if (!page.published) continue;
    const Document& document = corpus.document_of(page);
    std::size_t ordinal = 0;
    for (const MessageTemplate& message : document.templates) {
      json.begin_object()
          .member("id", page.id + "#message." + std::to_string(++ordinal))
          .member("path", document.path)
          .member_position("start", message.span.start)
          .member_position("end", message.span.end)
          .member("text", message.text);
      write_placeholders(json, message.placeholders);
      json.end_object();
    }
  }
  json.end_array();
}

void write_commands_json(const SiteInput& input, const ByteSink& sink) {
  JsonWriter json = begin_json_stream(input, "commands", sink);
  write_commands(json, input.corpus);
  write_templates(json, input.corpus);
  end_json_stream(std::move(json));
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {streamed_artifact("commands.json",
                            [&input](const ByteSink& sink) { write_commands_json(input, sink); })};
}

}  // namespace

const ArtifactMaker& commands_json_artifact() {
  static const ArtifactMaker maker = {
      .name = "commands_json",
      .description = "every command and message template of the published documents",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
