// Whether a document says how to get back what a command destroys, beside a section about it.
#pragma once

#include "check/made_things.h"
#include "model/document.h"
#include "parse/introduction.h"

namespace runbookc {

// Whether the kind of what it deletes cannot be read: it may be a pod, which comes back.
bool has_unread_kind(const Command& command);

class WayBack {
 public:
  explicit WayBack(const Document& document)
      : document_(document), introductions_(document.blocks), made_(document) {}

  // Whether `command` needs no section about the way back: the text around it says that what it
  // destroys is lost, or how it comes back, or that a pod is meant whose kind the command leaves
  // out; a backup is taken in its block; or the document itself made what it deletes.
  bool is_told(const Command& command) const;

 private:
  bool says_around(const Command& command, bool (*says)(std::string_view)) const;
  bool is_backed_up(const Command& command) const;

  const Document& document_;
  Introductions introductions_;
  MadeThings made_;
};

}  // namespace runbookc
