import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { foldedWords } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';
import { startOfLine } from './speaker-roles.ts';

/** What forms ask that no person is the answer to: products, plans, departments, towns, states of things. */
const FIELDS: ReadonlySet<string> = new Set(
  [
    ...foldedWords(`
  Product Plan Department City Country Status Priority Category Device Browser Operating_system Language Payment_method Role Position Project Module
  Screen Location Site Store Ship_via Course Venue Brand Model Region Subscription Warehouse Printer Wi-Fi Produkt Tarif Abteilung Ort Land Priorität
  Kategorie Gerät Sprache Zahlungsart Rolle Projekt Modul Standort Filiale Versandart Kurs Marke Modell Drucker Produit Forfait Service Ville Pays
  Statut Priorité Catégorie Appareil Langue Mode_de_paiement Rôle Poste Projet Magasin Livraison Cours Marque Modèle Région Imprimante Producto
  Departamento Ciudad País Estado Prioridad Categoría Dispositivo Idioma Forma_de_pago Rol Puesto Proyecto Módulo Sede Tienda Envío Curso Marca Modelo
  Región Impresora Produto Plano Cidade Prioridade Categoria Forma_de_pagamento Função Cargo Projeto Local Loja Envio Região Impressora Prodotto Piano
  Reparto Città Paese Stato Priorità Lingua Pagamento Ruolo Posizione Progetto Modulo Negozio Spedizione Corso Modello Regione Stampante Abonnement
  Afdeling Plaats Prioriteit Categorie Apparaat Taal Betaalwijze Functie Locatie Winkel Verzending Cursus Merk Regio Abonnemang Avdelning Prioritet
  Kategori Enhet Språk Betalsätt Roll Plats Butik Leverans Märke Skrivare Tuote Liittymä Osasto Paikkakunta Maa Tila Prioriteetti Luokka Laite Kieli
  Maksutapa Rooli Projekti Moduuli Toimipiste Myymälä Toimitus Kurssi Merkki Malli Alue Tulostin Taryfa Dział Miasto Kraj Priorytet Kategoria Urządzenie
  Język Płatność Rola Stanowisko Moduł Oddział Sklep Dostawa Marka Drukarka Oddělení Město Země Stav Priorita Zařízení Jazyk Platba Pobočka Prodejna
  Doprava Kurz Značka Tiskárna Termék Csomag Osztály Város Ország Állapot Prioritás Kategória Eszköz Nyelv Fizetési_mód Szerepkör Telephely Üzlet
  Szállítás Tanfolyam Márka Régió Nyomtató Produs Abonament Departament Oraș Țară Stare Prioritate Dispozitiv Limbă Plată Proiect Locație Magazin
  Livrare Curs Marcă Regiune Imprimantă Продукт Тариф Отдел Город Страна Статус Приоритет Категория Устройство Язык Оплата Роль Должность Проект Модуль
  Филиал Магазин Доставка Курс Марка Модель Регион Принтер Відділ Місто Країна Пріоритет Категорія Пристрій Мова Посада Проєкт Філія Регіон Тарифа Град
  Държава Език Плащане Роля Модул Офис Модел Προϊόν Πρόγραμμα Τμήμα Πόλη Χώρα Κατάσταση Προτεραιότητα Κατηγορία Συσκευή Γλώσσα Πληρωμή Ρόλος Έργο
  Ενότητα Κατάστημα Αποστολή Μάρκα Μοντέλο Περιοχή Ürün Tarife Bölüm Şehir Ülke Durum Öncelik Cihaz Ödeme Görev Proje Modül Şube Mağaza Kargo Bölge
  Yazıcı المنتج الباقة القسم المدينة الدولة الحالة الأولوية الفئة الجهاز اللغة طريقة_الدفع الدور المشروع الفرع المتجر الشحن الدورة العلامة الموديل
  المنطقة الطابعة محصول بسته بخش شهر کشور وضعیت اولویت دسته دستگاه زبان پرداخت پروژه شعبه فروشگاه ارسال دوره برند مدل منطقه چاپگر پروڈکٹ پیکج شعبہ شہر
  حالت ترجیح زمرہ ڈیوائس ادائیگی منصوبہ برانچ دکان ترسیل کورس برانڈ ماڈل علاقہ پرنٹر מוצר מסלול מחלקה עיר מדינה סטטוס עדיפות קטגוריה מכשיר שפה תשלום
  פרויקט סניף חנות משלוח קורס מותג דגם אזור מדפסת उत्पाद प्लान विभाग शहर देश स्थिति प्राथमिकता श्रेणी डिवाइस भाषा भुगतान भूमिका परियोजना शाखा दुकान
  डिलीवरी कोर्स ब्रांड मॉडल क्षेत्र प्रिंटर পণ্য প্ল্যান বিভাগ শহর দেশ অবস্থা অগ্রাধিকার ধরন ডিভাইস ভাষা পেমেন্ট ভূমিকা প্রকল্প শাখা দোকান ডেলিভারি
  কোর্স ব্র্যান্ড মডেল এলাকা தயாரிப்பு திட்டம் துறை நகரம் நாடு நிலை முன்னுரிமை வகை சாதனம் மொழி கட்டணம் கிளை கடை மாடல் สินค้า แพ็กเกจ แผนก เมือง ประเทศ
  สถานะ ความสำคัญ หมวดหมู่ อุปกรณ์ ภาษา การชำระเงิน ตำแหน่ง โครงการ สาขา ร้าน การจัดส่ง คอร์ส ยี่ห้อ รุ่น ภูมิภาค Sản_phẩm Gói_cước Bộ_phận Thành_phố
  Quốc_gia Trạng_thái Ưu_tiên Danh_mục Thiết_bị Ngôn_ngữ Thanh_toán Vai_trò Dự_án Chi_nhánh Cửa_hàng Vận_chuyển Khóa_học Thương_hiệu Mẫu Khu_vực Máy_in
  Produk Paket Bagian Kota Negara Prioritas Perangkat Bahasa Pembayaran Peran Jabatan Proyek Cabang Toko Pengiriman Kursus Merek Wilayah Bidhaa
  Kifurushi Idara Mji Nchi Kipaumbele Aina Kifaa Lugha Malipo Mradi Tawi Duka Usafirishaji Kozi Chapa Modeli Eneo Produkto Kagawaran Lungsod Bansa
  Katayuan Prayoridad Kategorya Aparato Wika Bayad Tungkulin Proyekto Sangay Tindahan Kurso Tatak 产品 套餐 部门 城市 国家 状态 优先级 类别 设备 语言 付款方式 角色 职位 项目 模块 地点 门店
  配送 课程 品牌 型号 队列 地区 打印机 製品 プラン 部署 市 国 状態 優先度 カテゴリ 機器 言語 支払方法 役割 役職 プロジェクト モジュール 拠点 店舗 コース ブランド 機種 地域 プリンター 제품 요금제 부서 도시 국가 상태 우선순위 분류 기기 언어 결제_방법 역할 직책
  프로젝트 모듈 지점 매장 배송 강좌 브랜드 모델 지역 프린터 Toode Pakett Osakond Linn Riik Olek Prioriteet Kategooria Seade Makse Moodul Kauplus Tarne Kaubamärk Produktas
  Planas Skyrius Miestas Šalis Būsena Prioritetas Kategorija Įrenginys Kalba Mokėjimas Vaidmuo Projektas Modulis Parduotuvė Pristatymas Kursai Modelis
  Proizvod Tarifa Odjel Grad Država Uređaj Jezik Plaćanje Uloga Poslovnica Trgovina Dostava Tečaj პროდუქტი ტარიფი განყოფილება ქალაქი ქვეყანა სტატუსი
  კატეგორია მოწყობილობა ენა გადახდა პროექტი ფილიალი მოდელი Ապրանք Սակագին Բաժին Քաղաք Երկիր Կարգավիճակ Դաս Սարք Լեզու Վճարում Նախագիծ Մասնաճյուղ Մոդել
  Product_name Plan_name Item Article Service_plan Tier Package Payment_type Shipping_method Department_name Branch Office Building Floor Component
  Application App Environment Platform Server Database Service_name Produktname Artikel Zahlungsmethode Versand Gebäude Etage Anwendung Produit_acheté
  Bâtiment Étage Artículo Edificio Aplicación Pago Artigo Edifício Aplicativo Articolo Applicazione Gebouw Toepassing Artikkel Avdeling Bygning  Vare
  Rakennus Sovellus Artykuł Budynek Aplikacja Budova Aplikace Položka Termék_neve Épület Alkalmazás Articol Clădire Aplicație Товар Здание Приложение
  Будівля Застосунок Сграда Κτίριο Εφαρμογή Bina Uygulama Toote_nimi Hoone Rakendus Prekė Pastatas Programa Zgrada Aplikacija Artikl Oddelek Mesto
  Izdelek Naprava Stavba Produkts Pilsēta Valsts Nodaļa Statuss Ēka Ierīce Vara Deild Staða Tæki Borg Qyteti Shteti Produkti Pajisja Dega Məhsul Şəhər
  Ölkə Şöbə Тауар Қала Бөлім Құрылғы Shahar Mahsulot Bo‘lim Qurilma ምርት ከተማ ክፍል 商品 商品名称 商品名 國家 狀態 部門 類別 設備 型號 專案 門市 方案 製品名 店舗名 部署名 상품 상품명 건물
`),
  ].map((label) => label.replaceAll('_', ' ')),
);

/** A member of a form, in its line: marks of a list, a label, a colon, and a short value to the end of the line or cell. */
const MEMBER =
  /^([ \t>*•·–|+-]{0,6}["']?)([\p{L}\p{M}][\p{L}\p{M}'’‘ -]{0,28}[\p{L}\p{M}]|\p{L})["']? ?[:=：] ?["']?([^\s,;|"']{1,40}(?: [^\s,;|"']{1,40}){0,3}) ?["']?(?:$|[,;|])/u;
const LONGEST = 90;

/** Whether a finding is the whole value of a field that asks for no person, or its label: `Produit : Aurore Confort`. */
export function isFieldValue({ text, folded }: Scan, { start, end }: Range): boolean {
  const lineStart = startOfLine(text, start, LONGEST);
  if (lineStart < 0) return false;
  const near = text.slice(lineStart, lineStart + 2 * LONGEST);
  const newline = near.indexOf('\n', end - lineStart);
  const line = newline < 0 ? near : near.slice(0, newline);
  const [whole, lead = '', label = '', value = ''] = MEMBER.exec(line) ?? [];
  if (whole === undefined) return false;
  const labelStart = lineStart + lead.length;
  const folding = folded.slice(labelStart, labelStart + label.length);
  if (!FIELDS.has(folding)) return false;
  const valueEnd = lineStart + whole.lastIndexOf(value) + value.trimEnd().length;
  const valueStart = lineStart + whole.lastIndexOf(value);
  if (start < valueStart) return end <= valueEnd && (wordFlags(folding) & (Word.given | Word.surname)) === 0;
  return start === valueStart && (end === valueEnd || isRestOneWord(text.slice(end, valueEnd)));
}

/** `Aurore` of `Aurore Confort`, but not `Anna` of `Anna's iPhone 14`. */
const isRestOneWord = (rest: string): boolean => /^ [\p{L}\p{M}]+$/u.test(rest);
