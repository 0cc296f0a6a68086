#include "ui/common/codefield.h"

#include "ui/common/fonts.h"

#include <QRegularExpression>

namespace poolscope::ui {

CodeField::CodeField(QWidget *parent)
    : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateFont();
    connect(this, &QLineEdit::textEdited, this, &CodeField::clean);
}

void CodeField::setLength(int characters)
{
    m_length = characters;
    updateGeometry();
}

QString CodeField::cleaned(const QString &text, int length)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC);
    QString joined;
    for (const QChar c : plain) {
        if (c.isLetterOrNumber())
            joined += c;
    }
    if (length <= 0 || joined.size() <= length)
        return joined;
    // More than a code was pasted: the one group of digits that has its length, if there is just one.
    static const QRegularExpression digits(QStringLiteral("(?<![0-9])[0-9](?:[ -]?[0-9])*(?![0-9])"));
    QStringList found;
    for (auto match = digits.globalMatch(plain); match.hasNext();) {
        QString group = match.next().captured();
        group.remove(u' ').remove(u'-');
        if (group.size() == length)
            found += group;
    }
    return found.size() == 1 ? found.first() : joined;
}

void CodeField::clean(const QString &text)
{
    const QString code = cleaned(text, m_length);
    if (code != text) {
        const qsizetype before = cleaned(text.left(cursorPosition()), 0).size();
        setText(code);
        setCursorPosition(int(qMin(before, code.size())));
    }
    if (m_length > 0 && code.size() == m_length)
        emit completed(code);
}

void CodeField::updateFont()
{
    QFont wide = monospaceFont(font());
    wide.setLetterSpacing(QFont::AbsoluteSpacing, fontMetrics().averageCharWidth() * 0.3);
    setFont(wide);
}

QSize CodeField::sizeHint() const
{
    const QSize usual = QLineEdit::sizeHint();
    const int characters = m_length > 0 ? m_length : 12;
    return {fontMetrics().horizontalAdvance(QString(characters + 8, u'0')), usual.height()};
}

} // namespace poolscope::ui
