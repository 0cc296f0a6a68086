#include "ui/common/form.h"

#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/style.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVariant>

namespace poolscope::ui {

namespace {

void setInvalid(QWidget *field, bool invalid, const QString &description)
{
    field->setProperty(invalidProperty, invalid);
    field->setAccessibleDescription(description);
    field->update();
}

QString withoutMnemonic(QString text)
{
    const qsizetype at = text.indexOf(u'&');
    if (at >= 0)
        text.remove(at, 1);
    // Korean marks the key behind the word: "코드(&C)".
    if (text.size() > 3 && text.endsWith(u')') && text.at(text.size() - 3) == u'(')
        text.chop(3);
    return text;
}

} // namespace

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
}

Form::~Form()
{
    // The fields are children and go after the members.
    for (QWidget *field : std::as_const(m_order))
        disconnect(field, &QObject::destroyed, this, nullptr);
}

QLabel *Form::addRow(const QString &text, QWidget *field, const QString &hint)
{
    Row row;
    row.line = takeLines(3);
    row.label = new QLabel(text, this);
    row.label->setForegroundRole(QPalette::WindowText);
    row.label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(withoutMnemonic(text));
    const bool oneLine = field->sizePolicy().verticalPolicy() == QSizePolicy::Fixed;
    row.label->setAlignment(Qt::AlignRight | (oneLine ? Qt::AlignVCenter : Qt::AlignTop));
    // Beside several lines, the label stands as it would beside the first one alone.
    const QLineEdit *first = oneLine ? nullptr : field->findChild<QLineEdit *>();
    if (first) {
        row.label->setMinimumHeight(first->sizeHint().height());
        row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_grid->addWidget(row.label, row.line, 0, first ? Qt::AlignTop : Qt::Alignment());
    const bool narrow = field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    m_grid->addWidget(field, row.line, 1, narrow ? Qt::AlignLeft : Qt::Alignment());
    buildHint(row, hint);
    QLabel *label = row.label;
    m_rows.insert(field, row);
    m_order += field;
    connect(field, &QObject::destroyed, this, [this, field] {
        m_rows.remove(field);
        m_order.removeAll(field);
    });
    return label;
}

void Form::buildHint(Row &row, const QString &hint)
{
    if (!row.hint && !hint.isEmpty()) {
        row.hint = hintLabel({}, this);
        m_grid->addWidget(row.hint, row.line + 1, 1);
    }
    if (row.hint) {
        row.hint->setText(hint);
        row.hint->setVisible(!hint.isEmpty() && !row.label->isHidden());
    }
}

void Form::setHint(QWidget *field, const QString &hint)
{
    if (const auto row = m_rows.find(field); row != m_rows.end())
        buildHint(*row, hint);
}

int Form::takeLines(int count)
{
    const int first = m_next;
    m_next += count;
    return first;
}

void Form::addBelow(QWidget *widget)
{
    m_grid->addWidget(widget, takeLines(1), 1);
}

void Form::addButtons(const QList<QWidget *> &buttons)
{
    auto *box = new QWidget(this);
    auto *row = new FlowLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    for (QWidget *button : buttons)
        row->addWidget(button);
    addBelow(box);
}

void Form::addSpanning(QWidget *widget)
{
    m_grid->addWidget(widget, takeLines(1), 0, 1, 2);
}

void Form::addGap(int pixels)
{
    m_grid->addItem(new QSpacerItem(0, pixels), takeLines(1), 0);
}

void Form::setRowVisible(QWidget *field, bool visible)
{
    const auto row = m_rows.constFind(field);
    if (row == m_rows.cend())
        return;
    field->setVisible(visible);
    row->label->setVisible(visible);
    if (row->hint)
        row->hint->setVisible(visible && !row->hint->text().isEmpty());
    if (row->callout)
        row->callout->setVisible(visible && !row->callout->content().isEmpty());
}

void Form::removeRow(QWidget *field)
{
    if (!m_rows.contains(field))
        return;
    const Row row = m_rows.take(field);
    m_order.removeAll(field);
    disconnect(field, &QObject::destroyed, this, nullptr);
    delete row.label;
    delete row.hint;
    delete row.callout;
    delete field;
}

void Form::setLabelWidth(int pixels)
{
    m_grid->setColumnMinimumWidth(0, pixels);
}

void Form::setError(QWidget *field, const Callout::Content &content)
{
    const auto row = m_rows.find(field);
    if (row == m_rows.end())
        return;
    if (!row->callout) {
        row->callout = new Callout(this);
        row->callout->setObjectName(field->objectName() + QStringLiteral(".error"));
        connect(row->callout, &Callout::actionTriggered, this,
                [this, field](const QString &id) { emit errorActionTriggered(field, id); });
        m_grid->addWidget(row->callout, row->line + 2, 1);
    }
    row->callout->setContent(content);
    setInvalid(field, !content.isEmpty() && content.tone == Tone::Bad, content.plainText());
}

void Form::setError(QWidget *field, const QString &sentence)
{
    Callout::Content content;
    content.title = sentence;
    setError(field, content);
}

void Form::clearError(QWidget *field)
{
    const auto row = m_rows.constFind(field);
    if (row == m_rows.cend() || !row->callout)
        return;
    row->callout->clear();
    setInvalid(field, false, {});
}

void Form::clearErrors()
{
    for (QWidget *field : std::as_const(m_order))
        clearError(field);
}

bool Form::hasErrors() const
{
    for (const Row &row : m_rows) {
        if (row.callout && !row.callout->content().isEmpty())
            return true;
    }
    return false;
}

void Form::focusFirstError()
{
    for (QWidget *field : std::as_const(m_order)) {
        const Callout *shown = callout(field);
        if (shown && !shown->content().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

Callout *Form::callout(QWidget *field) const
{
    return m_rows.value(field).callout;
}

} // namespace poolscope::ui
