// bytes -> Document. Total: any bytes make a Document, problems included.
//
// Thread-safe: any number of documents may be parsed at once.
#pragma once

#include <string_view>

#include "model/document.h"
#include "parse/parse_options.h"
#include "source/source_file.h"

namespace runbookc {

// `content_path` is the file's path relative to the content root. Nothing in the Document shows the
// value of a secret (parse/secret_mask.h): what is made of it may be published.
Document parse_document(const SourceFile& file, std::string_view content_path,
                        const ParseOptions& options);

}  // namespace runbookc
