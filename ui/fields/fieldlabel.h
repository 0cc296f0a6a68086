#pragma once

#include <QString>

#include <algorithm>

namespace poolscope::ui {

// A label that is only known while the program runs, with a key: the letter where the label has it, else the label's
// first one, or, where keyboards have none of its letters, as in Korean, the letter in brackets behind it.
inline QString labelWithKey(const QString &label, QChar key)
{
    if (label.isEmpty() || label.front().unicode() >= 0x80)
        return QStringLiteral("%1(&%2)").arg(label, key);
    QString marked = label;
    return marked.insert(std::max<qsizetype>(0, label.indexOf(key, 0, Qt::CaseInsensitive)), u'&');
}

} // namespace poolscope::ui
