// What the JSON documents of a site have in common.
#pragma once

#include <string_view>

#include "emit/artifact.h"
#include "emit/json_writer.h"

namespace runbookc {

// Opens the document and writes `$schema`, `version`, `tool` and `today`.
JsonWriter begin_json_document(Date today, std::string_view schema_name);
JsonWriter begin_json_document(const SiteInput& input, std::string_view schema_name);
std::string end_json_document(JsonWriter json);

// The same for a document of the corpus's size, which is written piece by piece.
JsonWriter begin_json_stream(const SiteInput& input, std::string_view schema_name, ByteSink sink);
void end_json_stream(JsonWriter json);

// The members `last_reviewed`, `review_every`, `due`, `status` and `days`.
void write_review(JsonWriter& json, const Review& review);
// An owner's id, name, kind and state, and the contacts if the project publishes them; the object
// is left open.
void begin_owner(JsonWriter& json, const Corpus& corpus, const Owner& owner);
// The ids of a page's owners; as written where the directory has none.
std::vector<std::string> owner_ids(const Corpus& corpus, const Page& page);

}  // namespace runbookc
