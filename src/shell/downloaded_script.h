// Downloads that are run as they come in: `curl … | sh`.
#pragma once

#include <string>
#include <vector>

#include "shell/risk_table.h"
#include "shell/shell_script.h"

namespace runbookc {

struct DownloadedScript {
  ByteRange range;          // from the download to what runs it, or the other way round
  std::string interpreter;  // "bash", "eval"

  friend bool operator==(const DownloadedScript&, const DownloadedScript&) = default;
};

// `curl … | sudo bash`, `{ curl …; } | ssh h bash`, `bash <(curl …)`, `sh -c "$(wget …)"`, `eval
// "$(curl …)"`, `X=$(curl …); eval "$X"`, `curl -o f … && bash f`, and all of them in a text that
// another shell is given, in the order of their places. An interpreter that is given a script of
// its own (`… | python3 -m json.tool`, `… | sh filter.sh`) reads the download as data. Which
// programs run others, and which read a script, is asked of the table. Linear; texts in texts are
// read four deep.
std::vector<DownloadedScript> find_downloaded_scripts(const ShellScript& script,
                                                      const RiskTable& table);

}  // namespace runbookc
