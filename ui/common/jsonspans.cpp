#include "ui/common/monotextview.h"

namespace poolscope::ui {

namespace {

qsizetype endOfString(QStringView json, qsizetype from)
{
    for (qsizetype at = from + 1; at < json.size(); ++at) {
        if (json.at(at) == u'\\')
            ++at;
        else if (json.at(at) == u'"')
            return at + 1;
    }
    return json.size();
}

bool isFollowedByColon(QStringView json, qsizetype from)
{
    while (from < json.size() && json.at(from).isSpace())
        ++from;
    return from < json.size() && json.at(from) == u':';
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

} // namespace

QList<MonoTextView::Span> jsonSpans(const QString &json)
{
    QList<MonoTextView::Span> spans;
    const QStringView all(json);
    for (qsizetype at = 0; at < all.size();) {
        if (all.at(at) == u'"') {
            const qsizetype end = endOfString(all, at);
            spans.push_back({at, end, isFollowedByColon(all, end) ? ColorRole::Accent : ColorRole::Good});
            at = end;
        } else if (isWordCharacter(all.at(at))) {
            qsizetype end = at;
            while (end < all.size() && isWordCharacter(all.at(end)))
                ++end;
            spans.push_back({at, end, ColorRole::Caution});
            at = end;
        } else {
            ++at;
        }
    }
    return spans;
}

} // namespace poolscope::ui
