#pragma once

#include <QString>

namespace poolscope::ui {

// A label that is only known while the program runs, with a key: its first letter, or, where keyboards have no such
// letter, as Korean has it, one in brackets behind it.
inline QString labelWithKey(const QString &label, QChar key)
{
    const bool hasKeys = !label.isEmpty() && label.front().unicode() < 0x80;
    return hasKeys ? u'&' + label : QStringLiteral("%1(&%2)").arg(label, key);
}

} // namespace poolscope::ui
