#include "sandbox/print.h"

namespace poolscope::sandbox {

void print(std::FILE *file, const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), file);
    std::fflush(file);
}

} // namespace poolscope::sandbox
