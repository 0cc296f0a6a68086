#pragma once

#include <QString>

#include <cstdio>

namespace poolscope::sandbox {

// One line for the person or program at the command line, at once.
void print(std::FILE *file, const QString &text);

} // namespace poolscope::sandbox
