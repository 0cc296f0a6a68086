#pragma once

#include <QString>

namespace poolscope {

// A tool tip that shows `text` as it stands: Qt takes what looks like markup ("<b>", "&lt;") for rich text, and what a
// token or a service says may look like that.
inline QString plainToolTip(const QString &text)
{
    if (!text.contains(u'<') && !text.contains(u'&'))
        return text;
    return QStringLiteral("<p style='white-space:pre-wrap'>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace poolscope
