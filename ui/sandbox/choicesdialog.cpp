#include "ui/sandbox/choicesdialog.h"

#include "sandbox/sandbox.h"
#include "sandbox/unverifiedtexts.h"
#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/monotextview.h"
#include "ui/common/sharedcolumns.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

using Column = sandbox::ChoicesModel::Column;

// A value that is not the default stands out.
class ValueDelegate final : public QStyledItemDelegate
{
public:
    ValueDelegate(const sandbox::ChoicesModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(!m_model.isDefault(index.row()));
    }

private:
    const sandbox::ChoicesModel &m_model;
};

LinkButton *listToggle(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *toggle = new LinkButton(text, parent);
    toggle->setObjectName(objectName);
    toggle->setQuiet(true);
    toggle->setCheckable(true);
    toggle->setAutoDefault(false);
    return toggle;
}

MonoTextView *hiddenList(const QStringList &lines, const QString &objectName, QWidget *parent)
{
    auto *list = new MonoTextView(parent);
    list->setObjectName(objectName);
    list->setText(lines.join(u'\n'));
    list->setFixedHeight(7 * list->fontMetrics().lineSpacing());
    list->hide();
    return list;
}

QStringList unverifiedLines()
{
    QStringList lines;
    const QList<sandbox::UnverifiedText> all = sandbox::unverifiedTexts();
    for (const sandbox::UnverifiedText &one : all)
        lines += QStringLiteral("%1 (%2)").arg(one.text, sandbox::markText(one.mark));
    return lines;
}

} // namespace

ChoicesDialog::ChoicesDialog(sandbox::Sandbox &sandbox, QWidget *parent)
    : QDialog(parent)
    , m_model(sandbox)
{
    setObjectName(QStringLiteral("choicesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choices of the sandbox"));
    resize(860, 620);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(
        mutedLabel(tr("Where nobody knows for certain what the service does, the sandbox does one of several plausible "
                      "things. A change counts from the next request on, until Poolscope ends."),
                   this));
    column->addWidget(buildTable(), 1);
    column->addWidget(buildDetails());
    column->addWidget(buildLists());
    column->addWidget(buildButtons());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChoicesDialog::showCurrent);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ChoicesDialog::showCurrent);
    m_table->selectRow(0);
    m_table->setFocus();
}

QWidget *ChoicesDialog::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("choices.table"));
    m_table->setAccessibleName(tr("Choices of the sandbox"));
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(Column::ValueColumn, new ValueDelegate(m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(7 * fontMetrics().lineSpacing());
    const int unit = fontMetrics().averageCharWidth();
    new SharedColumns(m_table, {{unit * 24, 4}, {unit * 13, 2}, {unit * 13, 2}, {unit * 20, 3}});
    return m_table;
}

QWidget *ChoicesDialog::buildDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins({});
    m_name = headingLabel({}, details);
    m_meaning = textLabel({}, details);
    m_meaning->setObjectName(QStringLiteral("choices.meaning"));
    m_meaning->setMinimumHeight(3 * fontMetrics().lineSpacing()); // so that the table stays where it is
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_values = new QComboBox(details);
    m_values->setObjectName(QStringLiteral("choices.value"));
    m_default = new QPushButton(tr("Back to the &default"), details);
    m_default->setObjectName(QStringLiteral("choices.default"));
    m_default->setAutoDefault(false);
    m_defaultHint = hintLabel({}, details);
    auto *label = new QLabel(tr("&Value"), details);
    label->setBuddy(m_values);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_values, 1);
    row->addWidget(m_default);
    column->addWidget(m_name);
    column->addWidget(m_meaning);
    column->addLayout(row);
    column->addWidget(m_defaultHint);
    connect(m_values, &QComboBox::activated, this, [this] { m_model.choose(currentRow(), m_values->currentText()); });
    connect(m_default, &QPushButton::clicked, this,
            [this] { m_model.choose(currentRow(), m_model.choice(currentRow()).values.first()); });
    return details;
}

QWidget *ChoicesDialog::buildLists()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    column->addLayout(row);
    auto *accepted = listToggle(tr("What is &accepted without effect"), QStringLiteral("choices.withoutEffect"), part);
    auto *unverified = listToggle(tr("Texts that are &not verified"), QStringLiteral("choices.unverified"), part);
    row->addWidget(accepted);
    row->addWidget(unverified);
    row->addStretch(1);
    auto *acceptedList =
        hiddenList(sandbox::acceptedWithoutEffect(), QStringLiteral("choices.withoutEffectList"), part);
    acceptedList->setAccessibleName(tr("Accepted without effect (a star stands for unknown keys)"));
    auto *unverifiedList = hiddenList(unverifiedLines(), QStringLiteral("choices.unverifiedList"), part);
    unverifiedList->setAccessibleName(tr("Texts that are not verified (… stands for what they name)"));
    column->addWidget(acceptedList);
    column->addWidget(unverifiedList);
    showOneOf(accepted, acceptedList, unverified);
    showOneOf(unverified, unverifiedList, accepted);
    return part;
}

// Not both at once: a small screen has no room for them.
void ChoicesDialog::showOneOf(QAbstractButton *toggle, QWidget *list, QAbstractButton *other)
{
    connect(toggle, &QAbstractButton::toggled, this, [this, list, other](bool shown) {
        if (shown)
            other->setChecked(false);
        list->setVisible(shown);
        // Once the table has become smaller by it.
        QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
    });
}

QWidget *ChoicesDialog::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    m_allDefaults = new QPushButton(tr("Back to a&ll defaults"), buttons);
    m_allDefaults->setObjectName(QStringLiteral("choices.allDefaults"));
    m_allDefaults->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), buttons);
    close->setObjectName(QStringLiteral("choices.close"));
    close->setDefault(true);
    row->addWidget(m_allDefaults);
    row->addStretch(1);
    row->addWidget(close);
    connect(m_allDefaults, &QPushButton::clicked, this, [this] { m_model.chooseDefaults(); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

int ChoicesDialog::currentRow() const
{
    return std::max(0, m_table->currentIndex().row());
}

void ChoicesDialog::showCurrent()
{
    const int row = currentRow();
    const sandbox::Choice &choice = m_model.choice(row);
    m_name->setText(choice.name);
    m_meaning->setText(choice.description);
    m_values->clear();
    m_values->addItems(choice.values);
    m_values->setCurrentText(m_model.value(row));
    m_values->setAccessibleName(tr("Value of %1").arg(choice.name));
    m_values->setAccessibleDescription(choice.description);
    m_defaultHint->setText(tr("Default: %1 (%2).").arg(choice.values.first(), sandbox::markText(choice.mark)));
    m_default->setEnabled(!m_model.isDefault(row));
    m_allDefaults->setEnabled(!m_model.allAreDefault());
}

} // namespace poolscope::ui
