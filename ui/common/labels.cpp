#include "ui/common/labels.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"

#include <QLabel>
#include <QPainter>

namespace poolscope::ui {

namespace {

class LineWidget final : public QWidget
{
public:
    LineWidget(bool vertical, QWidget *parent)
        : QWidget(parent)
    {
        if (vertical)
            setFixedWidth(1);
        else
            setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), color(ColorRole::Line, this)); }
};

QLabel *plainLabel(const QString &text, bool wraps, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps);
    label->setText(text);
    return label;
}

} // namespace

QLabel *textLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, true, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText); // our palettes' muted colour
    return label;
}

QLabel *hintLabel(const QString &text, QWidget *parent)
{
    QLabel *label = mutedLabel(text, parent);
    label->setFont(smallFont(label->font()));
    return label;
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, false, parent);
    label->setFont(boldFont(label->font()));
    return label;
}

QLabel *monoLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, false, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFont(monospaceFont(label->font()));
    return label;
}

void setReadableByKeyboard(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
}

QWidget *lineWidget(bool vertical, QWidget *parent)
{
    return new LineWidget(vertical, parent);
}

} // namespace poolscope::ui
