// The command line: arguments in, exit code out. main() calls this and nothing else.
#pragma once

namespace runbookc {

// Exit codes as in PRODUCT section 5: 0 fine, 1 findings, 2 usage, configuration or environment.
int run_cli(int argc, const char* const* argv);

}  // namespace runbookc
