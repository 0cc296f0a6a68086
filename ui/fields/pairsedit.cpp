#include "ui/fields/pairsedit.h"

#include <QGridLayout>
#include <QLineEdit>

namespace poolscope::ui {

PairsEdit::PairsEdit(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setSpacing(8);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    addLine();
    setFocusProxy(m_lines.first().name);
    connect(this, &QObject::objectNameChanged, this, &PairsEdit::nameLines);
}

QMap<QString, QString> PairsEdit::pairs() const
{
    QMap<QString, QString> result;
    for (const Line &line : m_lines) {
        const QString name = line.name->text().trimmed();
        if (!name.isEmpty())
            result.insert(name, line.value->text());
    }
    return result;
}

void PairsEdit::setPairs(const QMap<QString, QString> &pairs)
{
    for (const Line &line : std::as_const(m_lines)) {
        line.name->clear();
        line.value->clear();
    }
    qsizetype at = 0;
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair, ++at) {
        if (at == m_lines.size())
            addLine();
        m_lines[at].name->setText(pair.key());
        m_lines[at].value->setText(pair.value());
    }
    keepOneEmpty();
}

void PairsEdit::addLine(const QString &name, const QString &value)
{
    const int row = int(m_lines.size());
    const Line line{new QLineEdit(name, this), new QLineEdit(value, this)};
    line.name->setPlaceholderText(tr("Name"));
    line.name->setAccessibleName(tr("%1, name %2").arg(m_what).arg(row + 1));
    line.value->setPlaceholderText(tr("Value"));
    line.value->setAccessibleName(tr("%1, value %2").arg(m_what).arg(row + 1));
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.value, row, 1);
    if (row > 0)
        setTabOrder(m_lines.last().value, line.name);
    setTabOrder(line.name, line.value);
    m_lines.append(line);
    nameLines();
    for (QLineEdit *edit : {line.name, line.value}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            keepOneEmpty();
            emit changed();
        });
    }
}

void PairsEdit::nameLines()
{
    for (qsizetype row = 0; row < m_lines.size(); ++row) {
        m_lines[row].name->setObjectName(QStringLiteral("%1.name%2").arg(objectName()).arg(row));
        m_lines[row].value->setObjectName(QStringLiteral("%1.value%2").arg(objectName()).arg(row));
    }
}

void PairsEdit::keepOneEmpty()
{
    const Line &last = m_lines.last();
    if (!last.name->text().isEmpty() || !last.value->text().isEmpty())
        addLine();
}

} // namespace poolscope::ui
