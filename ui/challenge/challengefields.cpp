#include "ui/challenge/challengefields.h"

#include "ui/challenge/qrcodeview.h"
#include "ui/common/codefield.h"
#include "ui/common/copyableid.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"
#include "ui/fields/attributefield.h"
#include "ui/fields/pairsedit.h"
#include "ui/fields/passwordguide.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace poolscope::ui {

namespace {

class LineInput final : public ChallengeInput
{
public:
    LineInput(QString name, QLineEdit *edit)
        : m_name(std::move(name))
        , m_edit(edit)
    {
    }
    QWidget *widget() const override { return m_edit; }
    QMap<QString, QString> answers() const override { return {{m_name, m_edit->text()}}; }

private:
    QString m_name;
    QLineEdit *m_edit;
};

class TextInput final : public ChallengeInput
{
public:
    TextInput(QString name, QPlainTextEdit *edit)
        : m_name(std::move(name))
        , m_edit(edit)
    {
    }
    QWidget *widget() const override { return m_edit; }
    QMap<QString, QString> answers() const override { return {{m_name, m_edit->toPlainText()}}; }

private:
    QString m_name;
    QPlainTextEdit *m_edit;
};

class PairsInput final : public ChallengeInput
{
public:
    explicit PairsInput(PairsEdit *edit)
        : m_edit(edit)
    {
    }
    QWidget *widget() const override { return m_edit; }
    QMap<QString, QString> answers() const override { return m_edit->pairs(); }

private:
    PairsEdit *m_edit;
};

// The fields of each option stand below the choice; those of the options that are not chosen are hidden and silent.
class ChoiceInput final : public ChallengeInput
{
public:
    ChoiceInput(const auth::ChallengeField &field, const ChallengeContext &context)
        : m_name(field.name)
        , m_form(context.form)
        , m_combo(new QComboBox(context.form))
    {
        m_form->addRow(field.label, m_combo, field.hint);
        for (const auth::ChallengeOption &option : field.options) {
            m_combo->addItem(option.label, option.value);
            auto &inputs = m_options.emplace_back();
            for (const auth::ChallengeField &part : option.fields) {
                if (auto input = addChallengeField(part, context))
                    inputs.push_back(std::move(input));
            }
        }
        QObject::connect(m_combo, &QComboBox::currentIndexChanged, m_combo, [this] { showChosen(); });
        showChosen();
    }
    QWidget *widget() const override { return m_combo; }
    QMap<QString, QString> answers() const override
    {
        QMap<QString, QString> result{{m_name, m_combo->currentData().toString()}};
        if (const int chosen = m_combo->currentIndex(); chosen >= 0) {
            for (const auto &input : m_options[size_t(chosen)])
                result.insert(input->answers());
        }
        return result;
    }

private:
    void showChosen()
    {
        for (size_t i = 0; i < m_options.size(); ++i) {
            for (const auto &input : m_options[i])
                m_form->setRowVisible(input->widget(), int(i) == m_combo->currentIndex());
        }
    }

    QString m_name;
    Form *m_form;
    QComboBox *m_combo;
    std::vector<std::vector<std::unique_ptr<ChallengeInput>>> m_options;
};

std::unique_ptr<ChallengeInput> addLine(const auth::ChallengeField &field, const ChallengeContext &context,
                                        QLineEdit *edit)
{
    edit->setText(field.value);
    const bool isSaidInside = edit->placeholderText() == field.hint;
    context.form->addRow(field.label, edit, isSaidInside ? QString() : field.hint);
    QObject::connect(edit, &QLineEdit::returnPressed, edit, context.submit);
    QObject::connect(edit, &QLineEdit::textEdited, edit, [form = context.form, edit] { form->clearError(edit); });
    return std::make_unique<LineInput>(field.name, edit);
}

std::unique_ptr<ChallengeInput> addCode(const auth::ChallengeField &field, const ChallengeContext &context)
{
    auto *edit = new CodeField(context.form);
    edit->setLength(field.codeLength);
    return addLine(field, context, edit);
}

std::unique_ptr<ChallengeInput> addNewPassword(const auth::ChallengeField &field, const ChallengeContext &context)
{
    auto *edit = new PasswordField(context.form);
    auto input = addLine(field, context, edit);
    auto *guide = new PasswordGuide(edit, *context.random, context.form);
    guide->setPolicy(context.policy.value_or(auth::PasswordPolicy{}));
    context.form->addBelow(guide);
    return input;
}

void showQrCode(const auth::ChallengeField &field, Form *form)
{
    auto *view = new QrCodeView(form);
    view->setText(field.value);
    view->setAccessibleName(field.label);
    form->addRow(field.label, view, field.hint);
    auto *text = new CopyableId(field.label, form);
    text->setText(field.value);
    form->addBelow(text);
}

std::unique_ptr<ChallengeInput> addText(const auth::ChallengeField &field, const ChallengeContext &context)
{
    auto *edit = new QPlainTextEdit(field.value, context.form);
    edit->setTabChangesFocus(true);
    edit->viewport()->setAutoFillBackground(false); // it would cut the corners of the frame
    edit->setMaximumHeight(edit->fontMetrics().lineSpacing() * 8);
    context.form->addRow(field.label, edit, field.hint);
    return std::make_unique<TextInput>(field.name, edit);
}

std::unique_ptr<ChallengeInput> addPairs(const auth::ChallengeField &field, const ChallengeContext &context)
{
    auto *edit = new PairsEdit(field.label, context.form);
    context.form->addRow(field.label, edit, field.hint);
    return std::make_unique<PairsInput>(edit);
}

std::unique_ptr<ChallengeInput> addField(const auth::ChallengeField &field, const ChallengeContext &context)
{
    using Kind = auth::ChallengeField::Kind;
    switch (field.kind) {
    case Kind::Code:
        return addCode(field, context);
    case Kind::Password:
        return addLine(field, context, new PasswordField(context.form));
    case Kind::NewPassword:
        return addNewPassword(field, context);
    case Kind::Attribute:
        return addLine(field, context,
                       new AttributeField(field.attribute.value_or(auth::AttributeSpec{}), context.form));
    case Kind::Choice:
        return std::make_unique<ChoiceInput>(field, context);
    case Kind::QrCode:
        showQrCode(field, context.form);
        return {};
    case Kind::Json:
        return addText(field, context);
    case Kind::Text:
        return addLine(field, context, new QLineEdit(context.form));
    case Kind::Pairs:
        return addPairs(field, context);
    }
    return {};
}

} // namespace

std::unique_ptr<ChallengeInput> addChallengeField(const auth::ChallengeField &field, const ChallengeContext &context)
{
    auto input = addField(field, context);
    if (input)
        input->widget()->setObjectName(QStringLiteral("challenge.") + field.name);
    return input;
}

} // namespace poolscope::ui
